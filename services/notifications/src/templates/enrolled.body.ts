import type { Template } from './template.body.js';

export const enrolled: Template = {
  de: ({ courseTitle, courseCode }) => ({
    subject: `Ihr Platz im Kurs „${courseTitle}“`,
    paragraphs: [
      `Sie haben einen Platz im Kurs „${courseTitle}“ (${courseCode}). Schön, dass Sie dabei sind!`,
      'Am Tag vor jedem Termin erinnern wir Sie noch einmal. Wenn Sie nicht teilnehmen können, sagen Sie uns bitte früh Bescheid, damit jemand anderes nachrücken kann.',
    ],
  }),
  en: ({ courseTitle, courseCode }) => ({
    subject: `Your place in the course “${courseTitle}”`,
    paragraphs: [
      `You have a place in the course “${courseTitle}” (${courseCode}). We are glad that you are taking part!`,
      'We will remind you on the day before each session. If you cannot come, please tell us early, so that somebody else can have the place.',
    ],
  }),
};
