import type { lists as german } from '../de/lists.js';
import type { SaidAs } from '../messages.js';

export const lists: SaidAs<typeof german> = {
  'list.count': { one: '{count} запис', few: '{count} записи', many: '{count} записів', other: '{count} запису' },
  'list.count-so-far': 'Перші записи: {count}; є ще.',
  'list.more': 'Показати більше',
};
