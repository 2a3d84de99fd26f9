import { setImmediate } from 'node:timers/promises';
import { upcastData, type BareEvent, type EventStore, type TenantScope } from '@lotsennetz/kernel';
import { facts, factsId, type FactData } from '../facts/facts.stream.js';
import type { Fact, ReportDefinition, ReportParameters, ReportPositions } from './report-definition.js';
import { SourcePositions } from './source-positions.js';

/** Facts held in memory at a time: so few that they are gone before the garbage collector copies them. */
const pageSize = 500;
const pagesPerTurn = 8;

export interface Replayed<Figures> {
  readonly figures: Figures;
  readonly positions: ReportPositions;
}

/** Folds a tenant's facts into the figures of a report, page by page. Reads only; the same facts give the same figures. */
export async function replay<Tally, Figures>(
  eventStore: Pick<EventStore, 'replay'>,
  scope: TenantScope,
  question: { readonly definition: ReportDefinition<Tally, Figures>; readonly parameters: ReportParameters },
): Promise<Replayed<Figures>> {
  const { definition, parameters } = question;
  const stream = facts.name(scope, factsId);
  const tally = definition.initial();
  const sources = new SourcePositions();
  let [reporting, pages] = [-1, 0];
  for (let read = pageSize; read === pageSize;) {
    const page = await eventStore.replay(stream, reporting + 1, pageSize);
    for (const event of page) {
      const fact = factFrom(event);
      sources.see(fact.data.sourceStream, fact.data.sourceRevision);
      if (isAskedFor(fact, parameters)) definition.evolve(tally, fact);
    }
    sources.pageEnds();
    reporting += page.length;
    read = page.length;
    pages += 1;
    if (pages % pagesPerTurn === 0) await setImmediate();
  }
  return { figures: definition.result(tally), positions: { sources: sources.digest(), reporting } };
}

function factFrom(event: BareEvent): Fact {
  return { happenedOn: event.happenedOn, data: upcastData(facts, event) };
}

function isAskedFor({ happenedOn, data }: Fact, { asOf, knownAt }: ReportParameters): boolean {
  // Whoever is forgotten was there on that day: what ends because of it counts from the next day on.
  const counts = endsByErasure(data) ? happenedOn < asOf : happenedOn <= asOf;
  return counts && (knownAt === undefined || data.recordedAt <= knownAt);
}

function endsByErasure({ cause, reason }: FactData): boolean {
  return cause === 'erased' || reason === 'erased';
}
