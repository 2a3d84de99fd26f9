import type { Day, Decision } from '@lotsennetz/kernel';
import type { FactData, FactsEvent, FactsState } from '../facts/facts.stream.js';

/** A fact with the business day it is about. */
export interface SourceFact {
  readonly happenedOn: Day;
  readonly data: FactData;
}

/** Records what is new. A fact at or below the last revision known of its source stream is a repetition. */
export function keepFacts(command: readonly SourceFact[], state: FactsState): Decision<FactsEvent, never> {
  const taken = new Map<string, number>();
  return command
    .filter(({ data: { sourceStream, sourceRevision } }) => {
      if (state.status === 'kept' && state.sources.includes(sourceStream, sourceRevision)) return false;
      if ((taken.get(sourceStream) ?? -1) >= sourceRevision) return false;
      taken.set(sourceStream, sourceRevision);
      return true;
    })
    .map(({ happenedOn, data }) => ({ type: 'FactRecorded', happenedOn, data }));
}
