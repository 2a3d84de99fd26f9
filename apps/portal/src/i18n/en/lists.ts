import type { lists as german } from '../de/lists.js';
import type { SaidAs } from '../messages.js';

export const lists: SaidAs<typeof german> = {
  'list.count': { one: 'One entry', other: '{count} entries' },
  'list.count-so-far': 'The first {count} entries; there are more.',
  'list.more': 'Show more',
};
