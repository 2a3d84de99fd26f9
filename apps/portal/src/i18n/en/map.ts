import type { map as german } from '../de/map.js';
import type { SaidAs } from '../messages.js';

export const map: SaidAs<typeof german> = {
  'map.title': 'Where they are',
  'map.says': {
    one: 'Map: the request in the middle, one person around it. Town and distance are in the list below.',
    other:
      'Map: the request in the middle, {count} people around it with their numbers. Towns and distances are in the list below.',
  },
  'map.unknown': 'We know neither postal code nor town of this request, so there is no map.',
  'map.nobody': 'There is nobody to show at present.',
};
