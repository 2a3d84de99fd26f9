import type { oversight as german } from '../de/oversight.js';
import type { SaidAs } from '../messages.js';

/** What towns let a county read. */
export const oversight: SaidAs<typeof german> = {
  'nav.oversight': 'Oversight',
  'oversight.title': 'Reading in towns',
  'oversight.lead': 'What towns let your county read: for what, how much and until when.',
  'oversight.empty': 'No town lets you read yet',
  'oversight.empty.text':
    'Ask the administration of a town. It grants this on its page “Administration” and names purpose, extent and end there.',
  'oversight.open': 'Look at {name}',
  'oversight.town': 'Reading: {name}',
  'oversight.town.lead':
    'Figures without names, as far as the town opens them to your county. Small figures are hidden unless they are opened explicitly.',
  'oversight.granted': 'What the town has opened',
  'oversight.courses': 'Courses with dates and seats',
  'oversight.ended': 'There is nothing for you to read here',
  'oversight.ended.text':
    'The town has opened nothing to your county, or it has ended. Ask its administration if you need the figures.',
};
