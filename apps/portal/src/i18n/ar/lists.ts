import type { lists as german } from '../de/lists.js';
import type { SaidAs } from '../messages.js';

export const lists: SaidAs<typeof german> = {
  'list.count': {
    zero: 'لا مدخلات',
    one: 'مدخل واحد',
    two: 'مدخلان',
    few: '{count} مدخلات',
    many: '{count} مدخلًا',
    other: '{count} مدخل',
  },
  'list.count-so-far': 'أول {count} من المدخلات؛ هناك المزيد.',
  'list.more': 'عرض المزيد',
};
