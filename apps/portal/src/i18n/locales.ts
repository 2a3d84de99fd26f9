/** The languages of the portal, each by its own name. */
export const locales = {
  de: { name: 'Deutsch', dir: 'ltr', format: 'de-DE' },
  en: { name: 'English', dir: 'ltr', format: 'en-GB' },
  ar: { name: 'العربية', dir: 'rtl', format: 'ar' },
  fa: { name: 'فارسی', dir: 'rtl', format: 'fa-IR-u-ca-gregory' },
  uk: { name: 'Українська', dir: 'ltr', format: 'uk-UA' },
} as const satisfies Record<string, { readonly name: string; readonly dir: 'ltr' | 'rtl'; readonly format: string }>;

export type Locale = keyof typeof locales;

export const localeCodes = Object.keys(locales) as readonly Locale[];

const storageKey = 'lotsennetz.language';

/** What the person chose last on this device, else the browser's first language that we speak, else German. */
export function preferredLocale(browser: readonly string[], stored: string | null): Locale {
  const wishes = [stored ?? '', ...browser].map((tag) => tag.split('-')[0] ?? '');
  return wishes.find(isLocale) ?? 'de';
}

export function storedLocale(): string | null {
  return localStorage.getItem(storageKey);
}

export function storeLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
}

function isLocale(code: string): code is Locale {
  return Object.hasOwn(locales, code);
}
