import type { lists as german } from '../de/lists.js';
import type { SaidAs } from '../messages.js';

export const lists: SaidAs<typeof german> = {
  'list.count': { one: 'یک مورد', other: '{count} مورد' },
  'list.count-so-far': '{count} مورد نخست؛ موارد بیشتری هم هست.',
  'list.more': 'نمایش موارد بیشتر',
};
