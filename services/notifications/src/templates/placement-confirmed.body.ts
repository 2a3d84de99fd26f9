import type { Template } from './template.body.js';

export const placementConfirmed: Template = {
  de: ({ tenantName }) => ({
    subject: 'Ihre Begleitung ist bestätigt',
    paragraphs: [
      'Vielen Dank, dass Sie eine neue Begleitung übernehmen. Sie ist jetzt bestätigt.',
      `Wir (${tenantName}) melden uns bei Ihnen, um das erste Treffen abzusprechen. Wenn Ihnen etwas zu viel wird oder Sie Rat brauchen, sprechen Sie uns jederzeit an.`,
    ],
  }),
  en: ({ tenantName }) => ({
    subject: 'Your placement is confirmed',
    paragraphs: [
      'Thank you for accompanying somebody new. The placement is now confirmed.',
      `We (${tenantName}) will get in touch with you to arrange the first meeting. If it becomes too much, or if you need advice, please come to us at any time.`,
    ],
  }),
};
