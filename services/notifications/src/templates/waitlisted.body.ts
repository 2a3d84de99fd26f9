import type { Template } from './template.body.js';

export const waitlisted: Template = {
  de: ({ courseTitle, courseCode }) => ({
    subject: `Sie stehen auf der Warteliste für den Kurs „${courseTitle}“`,
    paragraphs: [
      `Der Kurs „${courseTitle}“ (${courseCode}) ist zurzeit voll. Wir haben Sie auf die Warteliste gesetzt.`,
      'Sobald ein Platz frei wird und Sie an der Reihe sind, bekommen Sie ihn und eine Nachricht von uns. Wenn Sie nicht mehr warten möchten, genügt ein kurzer Hinweis an uns.',
    ],
  }),
  en: ({ courseTitle, courseCode }) => ({
    subject: `You are on the waiting list for the course “${courseTitle}”`,
    paragraphs: [
      `The course “${courseTitle}” (${courseCode}) is full at the moment. We have put you on the waiting list.`,
      'As soon as a place becomes free and it is your turn, you will have it and hear from us. If you no longer wish to wait, just tell us.',
    ],
  }),
};
