import type { Day, Instant, Revision } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';

/** A fact as a report sees it. */
export interface Fact {
  readonly happenedOn: Day;
  readonly data: FactData;
}

/**
 * A report: a pure, versioned fold. Facts count in the order (happenedOn, recordedAt, id of the source event), but
 * they come in the order reporting learnt of them, so that a long history need not be held in memory and sorted:
 * `evolve` must lead to the same figures whatever the order of arrival. Where order decides, use `Latest`.
 * Only the tally, which `initial` makes anew for each run, changes on the way.
 */
export interface ReportDefinition<Tally, Figures> {
  readonly name: string;
  readonly version: number;
  initial(): Tally;
  evolve(tally: Tally, fact: Fact): void;
  result(tally: Tally): Figures;
}

/**
 * What is asked: what had happened by the end of a day, as far as it was recorded by a moment. What ends because
 * somebody is forgotten counts from the following day on: erasing people changes no figure of the day it happens on.
 */
export interface ReportParameters {
  readonly asOf: Day;
  /** Absent: all that is recorded. */
  readonly knownAt?: Instant | undefined;
}

/** How much reporting had read when it answered. */
export interface ReportPositions {
  /** SHA-256 over the source revisions read, each `<stream>@<revision>` and a line end, in the order reporting took them in. */
  readonly sources: string;
  /** Revision of the tenant's fact stream; -1 before the first fact. */
  readonly reporting: Revision;
}
