import { daysBetween, type Day } from '@lotsennetz/kernel';
import { fitOf, obstaclesBetween, type Fit } from '../fit.js';
import { freePlaces, type Pool } from '../pool.js';
import type { RequestRow } from '../request/request-list.view.js';
import { whyNot, type WhyNot } from '../why-not.js';
import type { Solution, Solver } from './solver.js';

/** What an open proposal is ahead of others, so that nobody's mail is overtaken for a trifle. */
const stayingPoints = 30;
const classOf = { immediate: 3, high: 2, normal: 1 } as const;

/** The most urgent first, then who has waited longest; each gets the best volunteer who is left. */
export const greedySolver: Solver = (pool: Pool, on: Day): Solution => {
  const left = new Map(freePlaces(pool));
  const pairs = new Map<string, { volunteerId: string; fit: Fit }>();
  const unmatched = new Map<string, WhyNot>();
  for (const request of inOrder(pool.requests, on)) {
    if (request.proposal?.status === 'accepted') continue;
    const best = bestFor(request, pool, left);
    if (!best) {
      unmatched.set(request.id, whyNot(request, pool));
      continue;
    }
    left.set(best.volunteerId, (left.get(best.volunteerId) ?? 0) - 1);
    pairs.set(request.id, best);
  }
  return { pairs, whyNot: unmatched };
};

function inOrder(requests: readonly RequestRow[], on: Day): readonly RequestRow[] {
  const rank = (request: RequestRow) => classOf[request.urgency] * 10_000 + daysBetween(request.receivedOn, on);
  return requests.toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
}

function bestFor(
  request: RequestRow,
  { helpers }: Pool,
  left: ReadonlyMap<string, number>,
): { readonly volunteerId: string; readonly fit: Fit } | undefined {
  let best: { volunteerId: string; fit: Fit; points: number } | undefined;
  for (const helper of helpers) {
    if ((left.get(helper.id) ?? 0) <= 0 || obstaclesBetween(request, helper).length > 0) continue;
    const fit = fitOf(request, helper);
    const points = fit.score + (request.proposal?.volunteerId === helper.id ? stayingPoints : 0);
    if (!best || points > best.points) best = { volunteerId: helper.id, fit, points };
  }
  return best && { volunteerId: best.volunteerId, fit: best.fit };
}
