import type { Brand } from './brand.js';

/** A calendar day, `YYYY-MM-DD`, without time zone. Days compare as strings. */
export type Day = Brand<string, 'Day'>;
/** A moment, UTC ISO-8601 with milliseconds (`2026-11-22T08:23:48.000Z`). Instants compare as strings. */
export type Instant = Brand<string, 'Instant'>;

/** Source of the current moment; deciders never read it, the edge passes it in with the command. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(new Date()) };

/** Whether the text is a day that exists in the calendar (2015-02-29 does not). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @throws RangeError when the text is not a day of the calendar. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day (YYYY-MM-DD): ${text}`);
  return text;
}

/** Whether the text is a moment in the one form in which moments are stored. */
export function isInstant(text: string): text is Instant {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** @throws RangeError when the text is not an ISO-8601 moment; any offset is accepted and turned into UTC. */
export function instant(text: string): Instant {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds) || !/T.*(Z|[+-]\d{2}:\d{2})$/.test(text))
    throw new RangeError(`not a moment (such as 2015-03-31T08:00:00Z): ${text}`);
  return instantOf(new Date(milliseconds));
}

/** That moment, to the millisecond. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** Of whoever has named no other, and of those who run the platform: its tenants are in Germany. IANA name. */
export const defaultTimeZone = 'Europe/Berlin';

interface DayFormat {
  readonly format: Intl.DateTimeFormat;
  readonly second: number;
  readonly day: Day;
}

/** With the last answer, which holds for the whole second: every request asks for today, and formatting is slow. */
const dayFormats = new Map<string, DayFormat>();

/** The day on a wall calendar in `timeZone` (IANA name) at that moment. */
export function dayAt(moment: Instant, timeZone: string): Day {
  const second = Math.floor(Date.parse(moment) / 1000);
  let known = dayFormats.get(timeZone);
  if (known?.second === second) return known.day;
  const format =
    known?.format ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  known = { format, second, day: format.format(new Date(moment)) as Day };
  dayFormats.set(timeZone, known);
  return known.day;
}

/** The moment so much later (earlier when negative). */
export function addMs(from: Instant, durationMs: number): Instant {
  return instantOf(new Date(Date.parse(from) + durationMs));
}

/** The day `count` days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  const date = new Date(`${from}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The moment at which a wall clock in `timeZone` shows `time` (`HH:MM`) on that day; in a gap of summer time, the moment after it. */
export function instantAt(on: Day, time: string, timeZone: string): Instant {
  const asIfUtc = Date.parse(`${on}T${time}:00.000Z`);
  const firstGuess = asIfUtc - offsetAt(asIfUtc, timeZone);
  return instantOf(new Date(asIfUtc - offsetAt(firstGuess, timeZone)));
}

function offsetAt(milliseconds: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(milliseconds);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
