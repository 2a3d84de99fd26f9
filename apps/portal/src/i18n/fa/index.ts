import type { Messages } from '../messages.js';
import { codes } from './codes.js';
import { publicPages } from './public.js';
import { shell } from './shell.js';

export const fa: Messages = { ...shell, ...codes, ...publicPages };
