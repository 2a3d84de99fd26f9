import type { Problem } from '../problem.js';
import type { RequestProfile, Urgency, VolunteerProfile } from './profiles.js';
import { LONGEST_WAIT_DAYS, type Weights } from './weights.js';

const CLASS_OF: Readonly<Record<Urgency, number>> = { normal: 1, high: 2, immediate: 3 };

/** Places beyond the present capacity that get a cost too, so that capacity may rise while events are followed. */
const SPARE_PLACES = 8;

/** Coverage class of a request, 1 to 3: its urgency, one class up for every `agingDays` it has waited. */
export function coverageClass(weights: Weights, { urgency, waitingDays }: RequestProfile): number {
  return Math.min(CLASS_OF.immediate, CLASS_OF[urgency] + Math.floor(waitingDays / weights.agingDays));
}

/**
 * Penalties that put coverage by class strictly first: as many as possible of the highest class, then of the next, and
 * only then points. The sets of requests that can be covered together form a transversal matroid (Edmonds and Fulkerson
 * 1965), so classes never conflict, and it is enough that each class costs more than the one below by more than all
 * points together: class times `(requests + 1) * most points + 1`, and the points of waiting.
 */
export function coveragePenalties(
  weights: Weights,
  requests: readonly RequestProfile[],
  mostPoints: number,
): Float64Array {
  const waiting = (request: RequestProfile): number =>
    weights.waitingPoints * Math.min(request.waitingDays, LONGEST_WAIT_DAYS);
  const longest = requests.reduce((most, request) => Math.max(most, waiting(request)), 0);
  const step = (requests.length + 1) * (mostPoints + longest) + 1;
  return Float64Array.from(requests, (request) => coverageClass(weights, request) * step + waiting(request));
}

/** Every further placement of a volunteer costs more than the one before: convex, so the load evens out. */
export function balancePlaces(
  weights: Weights,
  volunteers: readonly VolunteerProfile[],
): Required<Pick<Problem, 'placeStart' | 'placeCost'>> {
  const placeStart = new Int32Array(volunteers.length + 1);
  const placeCost: number[] = [];
  volunteers.forEach(({ capacity, running = 0 }, v) => {
    for (let k = 0; k < capacity + SPARE_PLACES; k++) placeCost.push(weights.balancePoints * (running + k));
    placeStart[v + 1] = placeCost.length;
  });
  return { placeStart, placeCost: Float64Array.from(placeCost) };
}
