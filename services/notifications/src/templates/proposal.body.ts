import { proposalLinkDays } from '@lotsennetz/platform';
import type { LetterFacts, Template } from './template.body.js';
import { languagesInWords, topicsInWords } from './words.body.js';

export const proposal: Template = {
  de: (facts) => ({
    subject: 'Eine Anfrage, die zu Ihnen passen könnte',
    paragraphs: [
      `Jemand sucht Begleitung, und wir haben an Sie gedacht.${about(facts, 'de')}`,
      ...(facts.answerAt
        ? [
            `Können Sie sich das vorstellen? Auf dieser Seite können Sie ${proposalLinkDays} Tage lang mit einem Klick zusagen oder absagen, ohne sich anzumelden:\n${facts.answerAt}`,
            `Bitte geben Sie diese Adresse nicht weiter. Wenn Sie Fragen haben, sprechen Sie uns (${facts.tenantName}) gern an. Sie entscheiden frei; eine Absage ist kein Problem.`,
          ]
        : [
            `Können Sie sich das vorstellen? Dann sprechen Sie uns (${facts.tenantName}) bitte an. Sie entscheiden frei; eine Absage ist kein Problem.`,
          ]),
    ],
  }),
  en: (facts) => ({
    subject: 'A request that might suit you',
    paragraphs: [
      `Somebody is looking for a guide, and we thought of you.${about(facts, 'en')}`,
      ...(facts.answerAt
        ? [
            `Could you imagine that? For ${proposalLinkDays} days you can say yes or no on this page with one click, without signing in:\n${facts.answerAt}`,
            `Please do not pass this address on. If you have questions, we (${facts.tenantName}) are happy to answer them. The decision is yours; it is fine to say no.`,
          ]
        : [
            `Could you imagine that? Then please get in touch with us (${facts.tenantName}). The decision is yours; it is fine to say no.`,
          ]),
    ],
  }),
};

function about({ topics = [], languages = [] }: LetterFacts, language: 'de' | 'en'): string {
  const [subject, spoken] = language === 'de' ? ['Es geht um', 'Sprachen'] : ['It is about', 'Languages'];
  const topicPart = topics.length > 0 ? ` ${subject}: ${topicsInWords(language, topics)}.` : '';
  return languages.length > 0 ? `${topicPart} ${spoken}: ${languagesInWords(language, languages)}.` : topicPart;
}
