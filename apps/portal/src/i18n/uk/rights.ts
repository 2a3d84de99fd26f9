import type { rights as german } from '../de/rights.js';
import type { SaidAs } from '../messages.js';

export const rights: SaidAs<typeof german> = {
  'forget.title': 'Видалити мої дані',
  'forget.text':
    'Ви можете вимагати видалити все, що про вас зберігається. Офіс відповість вам щонайпізніше за місяць. Після видалення нічого не можна повернути, і ваш обліковий запис закриється.',
  'forget.ask': 'Вимагати видалення',
  'forget.ask.title': 'Справді видалити все?',
  'forget.ask.text':
    'Поточний супровід також завершиться, а відкриті запити й місця на курсах буде скасовано. Поки офіс цього не виконав, ви можете тут передумати.',
  'forget.requested': '{day} ви вимагали видалення',
  'forget.requested.text': 'Офіс відповість вам щонайпізніше за місяць.',
  'forget.by-others': '{day} подано запит на видалення ваших даних',
  'forget.by-others.text': 'Якщо ви цього не хочете, будь ласка, одразу скажіть офісу.',
  'forget.proposed': 'Ваші дані мають видалити {day}',
  'forget.proposed.text': 'Термін їх зберігання минув. Якщо ви досі з нами, скажіть офісу.',
  'forget.ordered': 'Ваші дані видаляються',
  'forget.held': 'Ми мусимо чекати до {day}: {why}.',
  'forget.hold.running-placement': 'супровід ще триває',
  'forget.hold.open-accident-claim': 'нещасний випадок ще не врегульовано',
  'forget.hold.funding-audit': 'перевіряється використання державних коштів',
  'forget.hold.legal-claim': 'триває судова суперечка',
  'forget.hold.statutory-retention': 'цього вимагає закон',
  'forget.withdraw': 'Не видаляти',
  'forget.withdrawn': 'Ваші дані залишаються',
  'meanwhile.title': 'Тим часом це змінив хтось інший',
  'meanwhile.row': '{field}: {value}',
  'meanwhile.empty': 'нічого',
  'meanwhile.text': 'Те, що ви ввели, збережено. Якщо натиснути «Зберегти», діятиме ваше.',
  'meanwhile.take': 'Прийняти новий стан',
  'error.erasure-ordered': 'Видалення вже триває',
  'error.erasure-ordered.text': 'Його вже не зупинити.',
  'look.role.volunteer': 'Хто вас супроводжує',
  'look.role.newcomer': 'Кого ви супроводжуєте',
};
