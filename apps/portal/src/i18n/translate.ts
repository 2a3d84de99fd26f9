import { locales, type Locale } from './locales.js';
import type { MessageKey, Messages, PluralForms, Slots } from './messages.js';

/** Says a message in the language in use. */
export type Translate = <Key extends MessageKey>(key: Key, ...slots: Slots<Key>) => string;

/** Everything that depends on the language. */
export interface Words {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  /** A calendar day such as `2026-03-09`. */
  readonly day: (day: string) => string;
  /** The same with its weekday, for plans. */
  readonly weekday: (day: string) => string;
  /** An instant, in the reader's own time zone. */
  readonly moment: (instant: string) => string;
  readonly number: (value: number) => string;
  /** Hours and minutes, from minutes. */
  readonly duration: (minutes: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** The name of a language such as `ar`. */
  readonly language: (code: string) => string;
}

export function wordsOf(locale: Locale, messages: Messages): Words {
  const { format, dir } = locales[locale];
  const number = new Intl.NumberFormat(format);
  const plural = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(format, { dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(format, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(format, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(format, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(format, { type: 'language' });
  const show = (value: string | number) => (typeof value === 'number' ? number.format(value) : value);
  return {
    locale,
    dir,
    t: (key, ...slots) => {
      const values = (slots[0] ?? {}) as Readonly<Record<string, string | number>>;
      const text = formFor(messages[key], values['count'], plural);
      return text.replace(/\{(\w+)\}/g, (_, slot: string) => show(values[slot] ?? ''));
    },
    day: (value) => day.format(noon(value)),
    weekday: (value) => weekday.format(noon(value)),
    moment: (value) => moment.format(new Date(value)),
    number: (value) => number.format(value),
    duration: (minutes) => durationIn(format, minutes),
    list: (parts) => list.format(parts),
    language: (code) => nameOf(languages, code),
  };
}

function formFor(message: string | PluralForms, count: string | number | undefined, plural: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  return message[plural.select(Number(count ?? 0))] ?? message.other;
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function durationIn(format: string, minutes: number): string {
  const unit = (name: 'hour' | 'minute', value: number) =>
    new Intl.NumberFormat(format, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return unit('minute', rest);
  return rest === 0 ? unit('hour', hours) : `${unit('hour', hours)} ${unit('minute', rest)}`;
}

function nameOf(languages: Intl.DisplayNames, code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}
