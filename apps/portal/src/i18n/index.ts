export { loadMessages } from './catalogue.js';
export { localeCodes, locales, preferredLocale, storedLocale, type Locale } from './locales.js';
export type { MessageKey } from './messages.js';
export { wordsOf, type Words } from './translate.js';
export { useWords, WordsProvider } from './words-provider.js';
