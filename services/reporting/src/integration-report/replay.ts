import type { EventStore, TenantScope } from '@lotsennetz/kernel';
import { isAskedFor, readFacts } from './read-facts.js';
import type { ReportDefinition, ReportParameters, ReportPositions } from './report-definition.js';
import { SourcePositions } from './source-positions.js';

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
  const tally = definition.initial();
  const sources = new SourcePositions();
  const reporting = await readFacts(eventStore, scope, (page) => {
    for (const fact of page) {
      sources.see(fact.data.sourceStream, fact.data.sourceRevision);
      if (isAskedFor(fact, parameters)) definition.evolve(tally, fact);
    }
    sources.pageEnds();
  });
  return { figures: definition.result(tally), positions: { sources: sources.digest(), reporting } };
}
