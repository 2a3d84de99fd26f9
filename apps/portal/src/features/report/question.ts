import type { DifferenceQuestion, ReportQuestion } from '../../api/reports.js';

/** What counts: everything known now, what was entered by the end of the day itself, or by another day. */
export type Knowledge = 'now' | 'then' | `${number}-${number}-${number}`;

/** What the page is asked for. It stands in the address, so that a colleague can be sent the same view. */
export interface Asked {
  readonly asOf: string;
  readonly known: Knowledge;
  /** The other day of a comparison. */
  readonly with?: string;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is no question falls back to today and everything known. */
export function askedIn(search: Readonly<Record<string, unknown>>, today: string): Asked {
  const dayOf = (value: unknown) =>
    typeof value === 'string' && dayPattern.test(value) && value <= today ? value : undefined;
  const other = dayOf(search['with']);
  return {
    asOf: dayOf(search['asOf']) ?? today,
    known: search['known'] === 'then' ? 'then' : ((dayOf(search['known']) as Knowledge | undefined) ?? 'now'),
    ...(other === undefined ? {} : { with: other }),
  };
}

/** The question for the report about one day. What is known by the end of today is what is known now. */
export function questionFor(asOf: string, known: Knowledge, today: string): ReportQuestion {
  const by = known === 'then' ? asOf : known;
  if (by === 'now' || by >= today) return { asOf };
  return { asOf, knownAt: new Date(`${by}T23:59:59.999`).toISOString() };
}

/** The question for what makes two days differ, in whichever order they were picked. */
export function differenceFor([one, other]: readonly [ReportQuestion, ReportQuestion]): DifferenceQuestion {
  const [earlier, later] = one.asOf <= other.asOf ? [one, other] : [other, one];
  const knownAt = later.knownAt === undefined ? {} : { knownAt: later.knownAt };
  const knewAsMuch = earlier.knownAt === undefined || earlier.knownAt === later.knownAt;
  return { from: earlier.asOf, to: later.asOf, ...knownAt, ...(knewAsMuch ? {} : { fromKnownAt: earlier.knownAt }) };
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day so many days later; earlier when negative. */
export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}
