import type { Locale } from './locales.js';
import type { Messages } from './messages.js';

/** Only the language in use is loaded. */
const catalogues: Readonly<Record<Locale, () => Promise<Messages>>> = {
  de: async () => (await import('./de/index.js')).de,
  en: async () => (await import('./en/index.js')).en,
  ar: async () => (await import('./ar/index.js')).ar,
  fa: async () => (await import('./fa/index.js')).fa,
  uk: async () => (await import('./uk/index.js')).uk,
};

export function loadMessages(locale: Locale): Promise<Messages> {
  return catalogues[locale]();
}
