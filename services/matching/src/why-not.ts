import { obstacles, obstaclesBetween, type Obstacle } from './fit.js';
import type { Pool } from './pool.js';
import type { RequestRow } from './request/request-list.view.js';

/** Why a request has nobody. */
export type WhyNot =
  | {
      readonly code: 'no-candidate';
      /** Volunteers who may be proposed at all. */
      readonly volunteers: number;
      /** Volunteers by the first obstacle they meet. */
      readonly removedBy: Readonly<Record<Obstacle, number>>;
    }
  /** There are candidates, but every place they have goes to others. */
  | { readonly code: 'places-taken'; readonly candidates: number };

/** Counts what the hard constraints leave of all volunteers for one request. */
export function whyNot(request: RequestRow, { helpers }: Pick<Pool, 'helpers'>): WhyNot {
  const removedBy = Object.fromEntries(obstacles.map((obstacle) => [obstacle, 0])) as Record<Obstacle, number>;
  let candidates = 0;
  for (const helper of helpers) {
    const [first] = obstaclesBetween(request, helper);
    if (first) removedBy[first] += 1;
    else candidates += 1;
  }
  return candidates > 0
    ? { code: 'places-taken', candidates }
    : { code: 'no-candidate', volunteers: helpers.length, removedBy };
}
