import type { Day } from '@lotsennetz/kernel';
import type { Fit } from '../reasons.js';
import type { Pool } from '../pool.js';
import type { WhyNot } from '../why-not.js';

/** Who should help whom. */
export interface Solution {
  /** Request id -> whom to propose. */
  readonly pairs: ReadonlyMap<string, { readonly volunteerId: string; readonly fit: Fit }>;
  /** Request id -> why nobody; for every request of the task that is not in `pairs`. */
  readonly whyNot: ReadonlyMap<string, WhyNot>;
}

/**
 * Port: decides for all open requests of a tenant at once. Pure, and the same for the same task; hard constraints
 * and capacity hold; a request with an accepted proposal keeps its volunteer and is no part of the answer.
 */
export type Solver = (pool: Pool, on: Day) => Solution;
