import type { Day, Instant, Revision } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';

/** A fact as a report sees it. */
export interface Fact {
  readonly happenedOn: Day;
  readonly data: FactData;
}

/**
 * A report: a pure, versioned fold over facts ordered by (happenedOn, recordedAt, id of the source event).
 * Same facts, same figures. Only the tally that `initial` makes anew for each run changes on the way.
 */
export interface ReportDefinition<Tally, Figures> {
  readonly name: string;
  readonly version: number;
  initial(): Tally;
  evolve(tally: Tally, fact: Fact): void;
  result(tally: Tally): Figures;
}

/** What is asked: what had happened by the end of a day, as far as it was recorded by a moment. */
export interface ReportParameters {
  readonly asOf: Day;
  /** Absent: all that is recorded. */
  readonly knownAt?: Instant | undefined;
}

/** How much reporting had read when it answered. */
export interface ReportPositions {
  /** SHA-256 over the sorted list of [source stream, last revision]. */
  readonly sources: string;
  /** Revision of the tenant's fact stream; -1 before the first fact. */
  readonly reporting: Revision;
}
