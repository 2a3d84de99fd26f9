import { setImmediate } from 'node:timers/promises';
import { upcastData, type BareEvent, type EventStore, type Revision, type TenantScope } from '@lotsennetz/kernel';
import { facts, factsId, type FactData } from '../facts/facts.stream.js';
import type { Fact, ReportParameters } from './report-definition.js';

/** Facts held in memory at a time: so few that they are gone before the garbage collector copies them. */
const pageSize = 500;
const pagesPerTurn = 8;

/**
 * Hands over all facts of a tenant, page by page, in the order reporting learnt of them. Reads only.
 * @returns the revision of the last; -1 before the first.
 */
export async function readFacts(
  eventStore: Pick<EventStore, 'replay'>,
  scope: TenantScope,
  take: (page: readonly Fact[]) => void,
): Promise<Revision> {
  const stream = facts.name(scope, factsId);
  let [last, pages] = [-1, 0];
  for (let read = pageSize; read === pageSize;) {
    const page = await eventStore.replay(stream, last + 1, pageSize);
    take(page.map(factFrom));
    last += page.length;
    read = page.length;
    pages += 1;
    if (pages % pagesPerTurn === 0) await setImmediate();
  }
  return last;
}

function factFrom(event: BareEvent): Fact {
  return { happenedOn: event.happenedOn, data: upcastData(facts, event) };
}

/** Whether a report counts the fact: it had happened by the day, and was recorded by the moment. */
export function isAskedFor({ happenedOn, data }: Fact, { asOf, knownAt }: ReportParameters): boolean {
  // Whoever is forgotten was there on that day: what ends because of it counts from the next day on.
  const counts = endsByErasure(data) ? happenedOn < asOf : happenedOn <= asOf;
  return counts && (knownAt === undefined || data.recordedAt <= knownAt);
}

function endsByErasure({ cause, reason }: FactData): boolean {
  return cause === 'erased' || reason === 'erased';
}
