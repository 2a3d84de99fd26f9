import { ar } from './ar.words.js';
import { de } from './de.words.js';
import { en } from './en.words.js';
import { fa } from './fa.words.js';
import { uk } from './uk.words.js';
import type { ExportWords } from './export-words.type.js';

const byLanguage: Readonly<Record<string, ExportWords>> = { de, en, ar, fa, uk };

/** The words for a language, and which language they are in: English where there are none. */
export function wordsFor(language: string): { readonly language: string; readonly words: ExportWords } {
  const primary = language.split('-')[0] ?? '';
  const words = byLanguage[primary];
  return words ? { language: primary, words } : { language: 'en', words: en };
}
