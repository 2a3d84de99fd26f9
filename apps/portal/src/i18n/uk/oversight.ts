import type { oversight as german } from '../de/oversight.js';
import type { SaidAs } from '../messages.js';

/** What towns let a county read. */
export const oversight: SaidAs<typeof german> = {
  'nav.oversight': 'Перегляд',
  'oversight.title': 'Перегляд громад',
  'oversight.lead': 'Що громади дозволяють читати вашому району: для чого, скільки і до якого дня.',
  'oversight.empty': 'Жодна громада ще не надала перегляду',
  'oversight.empty.text':
    'Попросіть адміністрацію громади. Вона надає перегляд на своїй сторінці «Адміністрація» і зазначає там мету, обсяг і кінець.',
  'oversight.open': 'Переглянути {name}',
  'oversight.town': 'Перегляд: {name}',
  'oversight.town.lead':
    'Цифри без імен, наскільки громада відкриває їх вашому району. Малі числа приховані, якщо їх не відкрито окремо.',
  'oversight.granted': 'Що відкрила громада',
  'oversight.courses': 'Курси з датами і місцями',
  'oversight.ended': 'Тут для вас нічого немає',
  'oversight.ended.text':
    'Громада нічого не відкрила вашому району, або перегляд закінчився. Запитайте її адміністрацію, якщо вам потрібні ці цифри.',
};
