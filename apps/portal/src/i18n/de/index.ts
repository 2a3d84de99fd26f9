import { codes } from './codes.js';
import { publicPages } from './public.js';
import { shell } from './shell.js';

/** German, the original of all other languages. */
export const de = { ...shell, ...codes, ...publicPages } as const;
