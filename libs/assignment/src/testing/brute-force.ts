import type { Problem } from '../problem.js';

/** The minimum by trying everything: for problems of a handful of requests only. */
export function bruteForce(problem: Problem): number {
  const { rowStart, column, cost, unmatchedPenalty, capacity, placeStart, placeCost } = problem;
  const load = new Int32Array(problem.volunteers);
  const from = (r: number): number => {
    if (r === problem.requests) return 0;
    let best = (unmatchedPenalty[r] as number) + from(r + 1);
    for (let e = rowStart[r] as number; e < (rowStart[r + 1] as number); e++) {
      const v = column[e] as number;
      const used = load[v] as number;
      if (used >= (capacity[v] as number)) continue;
      const place = placeCost?.[(placeStart?.[v] as number) + used] ?? 0;
      load[v] = used + 1;
      best = Math.min(best, (cost[e] as number) + place + from(r + 1));
      load[v] = used;
    }
    return best;
  };
  return from(0);
}
