import { setImmediate } from 'node:timers/promises';
import { upcast, type EventStore, type RecordedEvent, type TenantScope } from '@lotsennetz/kernel';
import { facts, factsId } from '../facts/facts.stream.js';
import { OrderedFacts } from './ordered-facts.js';
import type { ReportDefinition, ReportParameters, ReportPositions } from './report-definition.js';
import { SourcePositions } from './source-positions.js';

/** Events held at a time; of each, only what reports need stays in memory. */
const pageSize = 10_000;
/** Facts folded before other work of the process gets its turn. */
const foldedPerTurn = 20_000;

export interface Replayed<Figures> {
  readonly figures: Figures;
  readonly positions: ReportPositions;
}

/** Folds a tenant's facts into the figures of a report. Reads only; the same facts give the same figures. */
export async function replay<Tally, Figures>(
  eventStore: Pick<EventStore, 'readStream'>,
  scope: TenantScope,
  question: { readonly definition: ReportDefinition<Tally, Figures>; readonly parameters: ReportParameters },
): Promise<Replayed<Figures>> {
  const { definition, parameters } = question;
  const gathering = new Gathering(parameters);
  const stream = facts.name(scope, factsId);
  for (let read = pageSize; read === pageSize;) {
    const page = await eventStore.readStream(stream, gathering.revision + 1, pageSize);
    for (const event of page) gathering.take(event);
    read = page.length;
  }
  return { figures: await fold(definition, gathering.facts), positions: gathering.positions() };
}

class Gathering {
  readonly facts = new OrderedFacts();
  revision = -1;
  private readonly sources = new SourcePositions();

  constructor(private readonly parameters: ReportParameters) {}

  take(recorded: RecordedEvent): void {
    const { happenedOn, data, revision } = upcast(facts, recorded);
    const { asOf, knownAt } = this.parameters;
    this.revision = revision;
    this.sources.see(data.sourceStream, data.sourceRevision);
    if (happenedOn <= asOf && (knownAt === undefined || data.recordedAt <= knownAt)) this.facts.add(happenedOn, data);
  }

  positions(): ReportPositions {
    return { sources: this.sources.digest(), reporting: this.revision };
  }
}

async function fold<Tally, Figures>(
  definition: ReportDefinition<Tally, Figures>,
  facts: OrderedFacts,
): Promise<Figures> {
  const tally = definition.initial();
  let folded = 0;
  for (const fact of facts) {
    definition.evolve(tally, fact);
    folded += 1;
    if (folded % foldedPerTurn === 0) await setImmediate();
  }
  return definition.result(tally);
}
