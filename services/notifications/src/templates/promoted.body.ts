import type { Template } from './template.body.js';

export const promoted: Template = {
  de: ({ courseTitle, courseCode }) => ({
    subject: `Ein Platz im Kurs „${courseTitle}“ ist für Sie frei geworden`,
    paragraphs: [
      `Gute Nachricht: Im Kurs „${courseTitle}“ (${courseCode}) ist ein Platz frei geworden, und er gehört Ihnen. Sie müssen nichts weiter tun.`,
      'Wenn Sie doch nicht teilnehmen können, sagen Sie uns bitte früh Bescheid, damit jemand anderes nachrücken kann.',
    ],
  }),
  en: ({ courseTitle, courseCode }) => ({
    subject: `A place in the course “${courseTitle}” has become free for you`,
    paragraphs: [
      `Good news: a place in the course “${courseTitle}” (${courseCode}) has become free, and it is yours. You need not do anything.`,
      'If you cannot take part after all, please tell us early, so that somebody else can have the place.',
    ],
  }),
};
