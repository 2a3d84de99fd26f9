import type { Template } from './template.body.js';

export const certificateReady: Template = {
  de: ({ courseTitle, certificateNumber }) => ({
    subject: `Ihr Zertifikat „${courseTitle}“ liegt bereit`,
    paragraphs: [
      `Herzlichen Glückwunsch! Sie haben den Kurs „${courseTitle}“ abgeschlossen. Ihr Zertifikat mit der Nummer ${certificateNumber} liegt bei uns bereit.`,
      'Wir danken Ihnen für Ihre Zeit und Ihr Engagement und freuen uns auf die Zusammenarbeit mit Ihnen.',
    ],
  }),
  en: ({ courseTitle, certificateNumber }) => ({
    subject: `Your certificate “${courseTitle}” is ready`,
    paragraphs: [
      `Congratulations! You have completed the course “${courseTitle}”. Your certificate with the number ${certificateNumber} is ready for you.`,
      'Thank you for your time and commitment. We look forward to working with you.',
    ],
  }),
};
