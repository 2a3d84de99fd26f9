import type { Words } from '../i18n/index.js';

/** A sentence when the text is no address, phone numbers and names aside; undefined when it is fine or empty. */
export function checkEmail(text: string, { t }: Words): string | undefined {
  return text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : t('form.bad-email');
}

export function checkPostalCode(text: string, { t }: Words): string | undefined {
  return text === '' || /^\d{5}$/.test(text) ? undefined : t('form.bad-postal-code');
}

export function checkText(text: string, { t }: Words): string | undefined {
  return text.trim() === '' ? t('form.missing') : undefined;
}

export function checkChoice(values: readonly string[], { t }: Words): string | undefined {
  return values.length === 0 ? t('form.missing-choice') : undefined;
}

/** Only the fields that have an error. */
export function errorsOf<Field extends string>(
  checks: Readonly<Record<Field, string | undefined>>,
): Partial<Record<Field, string>> {
  return Object.fromEntries(Object.entries(checks).filter(([, error]) => error !== undefined)) as Partial<
    Record<Field, string>
  >;
}
