import type { Messages } from '../messages.js';
import { accessibility } from './accessibility.js';
import { administration } from './administration.js';
import { codes } from './codes.js';
import { courses } from './courses.js';
import { household } from './household.js';
import { lists } from './lists.js';
import { map } from './map.js';
import { nextSteps } from './next-steps.js';
import { matching } from './matching.js';
import { office } from './office.js';
import { own } from './own.js';
import { privacy } from './privacy.js';
import { publicPages } from './public.js';
import { report } from './report.js';
import { rights } from './rights.js';
import { settings } from './settings.js';
import { duplicates } from './duplicates.js';
import { oversight } from './oversight.js';
import { shell } from './shell.js';

export const en: Messages = {
  ...shell,
  ...accessibility,
  ...administration,
  ...privacy,
  ...codes,
  ...publicPages,
  ...office,
  ...courses,
  ...matching,
  ...nextSteps,
  ...map,
  ...lists,
  ...report,
  ...settings,
  ...duplicates,
  ...oversight,
  ...own,
  ...rights,
  ...household,
};
