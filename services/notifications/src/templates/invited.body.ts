import type { Template } from './template.body.js';
import { dayInWords } from './words.body.js';

export const invited: Template = {
  de: ({ courseTitle, courseCode, town, heldOn, startsAt, tenantName }) => ({
    subject: `Einladung zum Kurs „${courseTitle}“`,
    paragraphs: [
      `Sie möchten als Integrationslotsin oder Integrationslotse mitmachen. Darüber freuen wir uns, und wir laden Sie herzlich zu unserem Kurs „${courseTitle}“ (${courseCode}) in ${town} ein.`,
      `Der Kurs beginnt am ${dayInWords('de', heldOn)} um ${startsAt} Uhr.`,
      `Möchten Sie teilnehmen? Dann melden Sie sich bitte bei uns (${tenantName}). Auch wenn Sie Fragen haben, sind wir gern für Sie da.`,
    ],
  }),
  en: ({ courseTitle, courseCode, town, heldOn, startsAt, tenantName }) => ({
    subject: `Invitation to the course “${courseTitle}”`,
    paragraphs: [
      `You would like to become an integration guide. We are glad about that, and warmly invite you to our course “${courseTitle}” (${courseCode}) in ${town}.`,
      `The course starts on ${dayInWords('en', heldOn)} at ${startsAt}.`,
      `Would you like to take part? Then please get in touch with us (${tenantName}). We are also happy to answer your questions.`,
    ],
  }),
};
