import { topics as germanTopics } from '@lotsennetz/contracts';
import type { Day } from '@lotsennetz/kernel';
import type { MessageLanguage } from '../message/message.stream.js';

const dayFormats = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
};

/** `Montag, 5. Oktober 2026` */
export function dayInWords(language: MessageLanguage, day: Day | undefined): string {
  return day === undefined ? '' : dayFormats[language].format(new Date(`${day}T00:00:00Z`));
}

const lists = {
  de: new Intl.ListFormat('de', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};
const languageNames = {
  de: new Intl.DisplayNames('de', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** `Arzt und Behörde` */
export function topicsInWords(language: MessageLanguage, topics: readonly string[] = []): string {
  const names: Readonly<Record<string, string>> = germanTopics;
  return lists[language].format(
    topics.map((topic) => (language === 'de' ? (names[topic] ?? topic) : topic.replaceAll('-', ' '))),
  );
}

/** `Arabisch und Deutsch` */
export function languagesInWords(language: MessageLanguage, languages: readonly string[] = []): string {
  return lists[language].format(languages.map((each) => languageNames[language].of(each) ?? each));
}
