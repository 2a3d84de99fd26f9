import type { Words } from '../i18n/index.js';
import { topicCodes, weekdays, weekParts } from './vocabulary.js';

/** Topics, languages and parts of a week as people say them; an unknown code stays as it is. */
export function topicsIn(words: Words, codes: readonly string[]): string {
  return words.list(codes.map((code) => (isOneOf(topicCodes, code) ? words.t(`topic.${code}`) : code)));
}

export function languagesIn(words: Words, codes: readonly string[]): string {
  return words.list(codes.map(words.language));
}

export function dayPartsIn(words: Words, codes: readonly string[]): string {
  return words.list(
    codes.map((code) => {
      const [day = '', part = ''] = code.split('-');
      if (!isOneOf(weekdays, day) || !isOneOf(weekParts, part)) return code;
      return `${words.t(`weekday.${day}`)} ${words.t(`part.${part}`)}`;
    }),
  );
}

/** Days from then to now. */
export function daysSince(day: string, now = new Date()): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(`${day}T00:00:00`).getTime()) / 86_400_000));
}

/** How long something waits: as days while one can picture them, then as the day since when. */
export function waitingSince({ t, day }: Words, since: string): string {
  const count = daysSince(since);
  if (count > countableDays) return t('today.waiting-since', { day: day(since) });
  return count === 0 ? t('today.since-today') : t('today.waiting', { count });
}

/** The same for what was silent. */
export function silentSince({ t, day }: Words, since: string): string {
  const count = daysSince(since);
  return count > countableDays ? t('today.silent-since-day', { day: day(since) }) : t('today.silent-since', { count });
}

const countableDays = 120;

/** The calendar day of this device, for fields of forms. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text);
}
