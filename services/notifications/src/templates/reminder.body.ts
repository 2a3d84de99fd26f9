import type { Template } from './template.body.js';
import { dayInWords } from './words.body.js';

export const reminder: Template = {
  de: ({ courseTitle, town, heldOn, startsAt, sessionTitle }) => ({
    subject: `Erinnerung: „${sessionTitle}“ am ${dayInWords('de', heldOn)}`,
    paragraphs: [
      `Am ${dayInWords('de', heldOn)} um ${startsAt} Uhr trifft sich Ihr Kurs „${courseTitle}“ in ${town}. Das Thema ist „${sessionTitle}“.`,
      'Wir freuen uns auf Sie. Wenn Sie nicht kommen können, sagen Sie uns bitte kurz Bescheid.',
    ],
  }),
  en: ({ courseTitle, town, heldOn, startsAt, sessionTitle }) => ({
    subject: `Reminder: “${sessionTitle}” on ${dayInWords('en', heldOn)}`,
    paragraphs: [
      `Your course “${courseTitle}” meets on ${dayInWords('en', heldOn)} at ${startsAt} in ${town}. The subject is “${sessionTitle}”.`,
      'We look forward to seeing you. If you cannot come, please let us know.',
    ],
  }),
};
