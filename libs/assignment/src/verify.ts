import type { Assignment, Problem } from './problem.js';

/**
 * Checks the certificate of optimality by itself, with nothing of the engines: feasible, prices that no pair undercuts,
 * complementary slackness, and a total that is the sum of its parts. By weak duality that proves the minimum.
 *
 * @throws Error naming the violated condition and where
 */
export function verify(problem: Problem, assignment: Assignment): void {
  const { requests, volunteers, capacity, rowStart, column, cost, unmatchedPenalty, placeStart, placeCost } = problem;
  const { volunteerOf, requestPrice: u, volunteerPrice: p, totalCost } = assignment;
  const must = (holds: boolean, condition: string, index: number): void => {
    if (!holds) throw new Error(`${condition} (at ${index})`);
  };
  must(volunteerOf.length === requests, 'volunteerOf has one entry per request', volunteerOf.length);
  must(u.length === requests, 'requestPrice has one entry per request', u.length);
  must(p.length === volunteers, 'volunteerPrice has one entry per volunteer', p.length);
  const load = new Int32Array(volunteers);
  let primal = 0n;
  let part = 0;
  for (let r = 0; r < requests; r++) {
    const v = volunteerOf[r] as number;
    const price = u[r] as number;
    const penalty = unmatchedPenalty[r] as number;
    if (!Number.isSafeInteger(price)) must(false, 'request price is a safe integer', r);
    if (price > penalty) must(false, 'request price is at most its penalty', r);
    if (v === -1 && price !== penalty) must(false, 'request price of an unmatched request equals its penalty', r);
    let matched = v === -1 ? penalty : NaN;
    for (let e = rowStart[r] as number; e < (rowStart[r + 1] as number); e++) {
      const w = column[e] as number;
      const reduced = (cost[e] as number) - price + (p[w] as number);
      if (!(reduced >= 0)) must(false, `reduced cost of the pair with volunteer ${w} is at least 0`, r);
      if (w !== v) continue;
      if (reduced !== 0) must(false, 'reduced cost of a matched pair is 0', r);
      matched = cost[e] as number;
    }
    if (Number.isNaN(matched)) must(false, 'a matched pair is one of the problem', r);
    if (v >= 0) load[v] = (load[v] as number) + 1;
    if (Math.abs(part) < 2 ** 52 && Math.abs(matched) < 2 ** 52) {
      part += matched;
    } else {
      primal += BigInt(part) + BigInt(matched);
      part = 0;
    }
  }
  for (let v = 0; v < volunteers; v++) {
    const used = load[v] as number;
    const places = capacity[v] as number;
    const price = p[v] as number;
    const placeAt = (k: number): number => placeCost?.[(placeStart?.[v] as number) + k] ?? 0;
    if (!Number.isSafeInteger(price)) must(false, 'volunteer price is a safe integer', v);
    must(used <= places, 'load is within capacity', v);
    if (placeCost === undefined) must(price >= 0, 'volunteer price is at least 0', v);
    if (used > 0) must(price >= placeAt(used - 1), 'volunteer price covers the last place used', v);
    if (used < places) must(price <= placeAt(used), 'volunteer price is not above the next free place', v);
    for (let k = 0; k < used; k++) primal += placeCost === undefined ? 0n : BigInt(placeAt(k));
  }
  must(BigInt(totalCost) === primal + BigInt(part), 'totalCost is the sum of the costs', 0);
}
