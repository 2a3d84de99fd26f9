import { dayAt, daysBetween, type Day, type EventStore, type TenantScope } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';
import { isCounted, type CountedFact } from './counted-facts.js';
import { isAskedFor, readFacts } from './read-facts.js';
import type { Fact, ReportParameters } from './report-definition.js';

/** Two reports of one tenant. The later one knows all that the earlier one knows, so that events only ever come in. */
export interface TwoReports {
  readonly earlier: ReportParameters;
  readonly later: ReportParameters;
}

/** An event that one report counts and an earlier one did not: ids, codes and figures, nothing personal. */
export type DifferenceEvent = Omit<FactData, 'sourceStream' | 'sourceRevision' | 'sourceEvent' | 'fact'> & {
  readonly fact: CountedFact;
  /** The publisher's event, and its place in the publisher's history. */
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly happenedOn: Day;
  /** Whole days from when it happened to when it was recorded, by the tenant's calendar; 0 on the same day. */
  readonly daysLate: number;
};

/**
 * What makes the difference between two reports, event by event, straight from reporting's facts: the first `most`
 * after a place, by (happenedOn, recordedAt, id). A page needs no more memory than itself, however long the history.
 */
export async function differenceBetween(
  ports: { readonly eventStore: Pick<EventStore, 'replay'> },
  scope: TenantScope,
  question: TwoReports & {
    /** `placeOf` the last event of the page before. */
    readonly after?: string | undefined;
    readonly most: number;
    readonly timeZone: string;
  },
): Promise<readonly DifferenceEvent[]> {
  const { earlier, later, after = '', most, timeZone } = question;
  let found: Fact[] = [];
  const cut = () => (found = found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).slice(0, most));
  await readFacts(ports.eventStore, scope, (page) => {
    for (const fact of page)
      if (isAskedFor(fact, later) && !isAskedFor(fact, earlier) && isCounted(fact.data.fact) && orderOf(fact) > after)
        found.push(fact);
    if (found.length > 2 * most) cut();
  });
  return cut().flatMap((fact) => eventOf(fact, timeZone) ?? []);
}

/** Where an event stands in the order; texts compare as places do. */
export function placeOf({ happenedOn, recordedAt, id }: Pick<DifferenceEvent, 'happenedOn' | 'recordedAt' | 'id'>) {
  return `${happenedOn} ${recordedAt} ${id}`;
}

function orderOf({ happenedOn, data: { recordedAt, sourceEvent: id } }: Fact): string {
  return placeOf({ happenedOn, recordedAt, id });
}

function eventOf({ happenedOn, data }: Fact, timeZone: string): DifferenceEvent | undefined {
  const { fact, sourceEvent, sourceStream, sourceRevision, ...content } = data;
  if (!isCounted(fact)) return undefined;
  const source = { id: sourceEvent, stream: sourceStream, revision: sourceRevision };
  const daysLate = Math.max(0, daysBetween(happenedOn, dayAt(data.recordedAt, timeZone)));
  return { ...source, fact, happenedOn, daysLate, ...content };
}
