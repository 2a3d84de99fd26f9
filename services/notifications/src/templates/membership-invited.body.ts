import type { LetterFacts, Template } from './template.body.js';
import { dayInWords } from './words.body.js';

export const membershipInvited: Template = {
  de: (facts) => ({
    subject: `Einladung zu Lotsennetz: ${facts.tenantName}`,
    paragraphs: [
      `Wir (${facts.tenantName}) laden Sie ein, sich bei Lotsennetz anzumelden.`,
      ...linkIn(
        facts,
        `Auf dieser Seite legen Sie ein Konto an oder melden sich an und nehmen die Einladung an. Sie gilt bis ${dayInWords('de', facts.validUntil)}:`,
      ),
      'Bitte geben Sie die Adresse nicht weiter. Wenn Sie mit dieser Einladung nichts anfangen können, müssen Sie nichts tun: Sie verfällt von selbst.',
    ],
  }),
  en: (facts) => ({
    subject: `Invitation to Lotsennetz: ${facts.tenantName}`,
    paragraphs: [
      `We (${facts.tenantName}) invite you to join Lotsennetz.`,
      ...linkIn(
        facts,
        `On this page you create an account, or sign in, and accept the invitation. It is good until ${dayInWords('en', facts.validUntil)}:`,
      ),
      'Please do not pass the address on. If this invitation means nothing to you, there is nothing to do: it ends by itself.',
    ],
  }),
};

function linkIn({ answerAt }: LetterFacts, words: string): readonly string[] {
  return answerAt === undefined ? [] : [`${words}\n${answerAt}`];
}
