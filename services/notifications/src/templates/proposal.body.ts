import type { LetterFacts, Template } from './template.body.js';
import { languagesInWords, topicsInWords } from './words.body.js';

export const proposal: Template = {
  de: (facts) => ({
    subject: 'Eine Anfrage, die zu Ihnen passen könnte',
    paragraphs: [
      `Jemand sucht Begleitung, und wir haben an Sie gedacht.${about(facts, 'de')}`,
      `Können Sie sich das vorstellen? Dann sprechen Sie uns (${facts.tenantName}) bitte an. Sie entscheiden frei; eine Absage ist kein Problem.`,
    ],
  }),
  en: (facts) => ({
    subject: 'A request that might suit you',
    paragraphs: [
      `Somebody is looking for a guide, and we thought of you.${about(facts, 'en')}`,
      `Could you imagine that? Then please get in touch with us (${facts.tenantName}). The decision is yours; it is fine to say no.`,
    ],
  }),
};

function about({ topics = [], languages = [] }: LetterFacts, language: 'de' | 'en'): string {
  const [subject, spoken] = language === 'de' ? ['Es geht um', 'Sprachen'] : ['It is about', 'Languages'];
  const topicPart = topics.length > 0 ? ` ${subject}: ${topicsInWords(language, topics)}.` : '';
  return languages.length > 0 ? `${topicPart} ${spoken}: ${languagesInWords(language, languages)}.` : topicPart;
}
