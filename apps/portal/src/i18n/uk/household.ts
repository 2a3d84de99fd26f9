import type { household as german } from '../de/household.js';
import type { SaidAs } from '../messages.js';

export const household: SaidAs<typeof german> = {
  'nav.my-requests': 'Мої запити',
  'household.lead': 'Тут ви бачите, як просуваються ваші запити.',
  'household.requests': 'Про що ви просили',
  'household.empty': 'Ще немає запитів',
  'household.empty.text': 'Скажіть нам, з чим вам потрібна допомога. Ми шукатимемо людину для вас.',
  'household.ask': 'Попросити ще про щось',
  'household.asked-on': 'Запит від {day}',
  'household.waiting': {
    one: 'Ви чекаєте {count} день.',
    few: 'Ви чекаєте {count} дні.',
    many: 'Ви чекаєте {count} днів.',
    other: 'Ви чекаєте {count} дня.',
  },
  'household.since-today': 'Ви попросили сьогодні.',
  'household.status.open': 'Ми шукаємо людину для вас',
  'household.status.confirmed': 'Вас супроводжують',
  'household.status.ended': 'Супровід завершено',
  'household.status.withdrawn': 'Відкликано',
  'household.status.open.text': 'Ми зв’яжемося з вами, щойно хтось погодиться. Вам нічого не треба робити.',
  'household.withdraw': 'Відкликати запит',
  'household.withdraw.title': 'Відкликати цей запит?',
  'household.withdraw.text': 'Тоді ми більше нікого для вас не шукатимемо. Пізніше ви можете попросити знову.',
  'household.data': 'Ваша родина',
  'household.data.contact': 'Як вас звати і як з вами зв’язатися',
  'error.request-confirmed': 'Вас уже хтось супроводжує',
  'error.request-confirmed.text': 'Якщо супровід має завершитися, скажіть офісу.',
};
