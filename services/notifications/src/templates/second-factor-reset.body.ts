import type { Template } from './template.body.js';

export const secondFactorReset: Template = {
  de: ({ tenantName }) => ({
    subject: 'Lotsennetz: Ihr zweiter Faktor wurde zurückgesetzt',
    paragraphs: [
      `Ihr zweiter Faktor bei Lotsennetz wurde zurückgesetzt, bei ${tenantName} oder von den Menschen, die die Plattform betreiben. Der alte Code und die alten Wiederherstellungscodes gelten nicht mehr, und Sie sind überall abgemeldet.`,
      'Bei der nächsten Anmeldung mit Ihrem Passwort richten Sie einen neuen ein.',
      'Haben Sie nicht darum gebeten? Dann wählen Sie bitte sofort ein neues Passwort („Passwort vergessen?“ auf der Anmeldeseite) und sagen Sie uns Bescheid.',
    ],
  }),
  en: ({ tenantName }) => ({
    subject: 'Lotsennetz: your second factor was reset',
    paragraphs: [
      `Your second factor at Lotsennetz was reset, at ${tenantName} or by the people who run the platform. The old code and the old recovery codes are worth nothing any more, and you are signed out everywhere.`,
      'When you next sign in with your password, you set up a new one.',
      'You did not ask for it? Then please choose a new password at once (“Forgot your password?” on the sign-in page) and tell us.',
    ],
  }),
};
