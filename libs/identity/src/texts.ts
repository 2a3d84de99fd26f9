import { ar } from './texts.ar.js';
import { de } from './texts.de.js';
import { en } from './texts.en.js';
import { fa } from './texts.fa.js';
import { uk } from './texts.uk.js';
import type { Texts } from './texts.type.js';

export const languages = { de, en, ar, fa, uk } satisfies Record<string, Texts>;
export type Language = keyof typeof languages;

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text);
}

/** The first of the browser's languages that there is (RFC 9110, 12.5.4), else German. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const quality = parameters.find((each) => each.trim().startsWith('q='))?.split('=')[1];
    return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter(({ language, quality }) => isLanguage(language) && quality > 0);
  const best = known.toSorted((a, b) => b.quality - a.quality)[0]?.language;
  return isLanguage(best) ? best : 'de';
}
