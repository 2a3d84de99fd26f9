import { assign } from '../assign.js';
import { checkProblem } from '../check-problem.js';
import type { Assignment, Problem } from '../problem.js';
import { sortSmallest } from '../shortest-paths/sort-pairs.js';

/**
 * Solves with the `most` cheapest pairs of each request only, then lets the prices find the pairs that were missed
 * (those that undercut them), adds these and solves again until there is none: the answer is the optimum of the full
 * problem, and its certificate holds there (column generation, Gilmore and Gomory 1961).
 *
 * @throws RangeError like `assign`, or where `most` is below 1
 */
export function assignPruned(problem: Problem, most = 16): Assignment {
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`most is ${most}, expected a count of at least 1`);
  checkProblem(problem);
  const kept = keepCheapest(problem, most);
  for (;;) {
    const assignment = assign(restrictTo(problem, kept));
    if (addUndercutting(problem, assignment, kept) === 0) return assignment;
  }
}

function keepCheapest({ requests, rowStart, column, cost }: Problem, most: number): Uint8Array {
  const kept = new Uint8Array(column.length);
  for (let r = 0; r < requests; r++) {
    const begin = rowStart[r] as number;
    const end = rowStart[r + 1] as number;
    if (end - begin <= most) {
      kept.fill(1, begin, end);
      continue;
    }
    const pairs = Int32Array.from({ length: end - begin }, (_, k) => begin + k);
    sortSmallest({ column: pairs, cost: Float64Array.from(cost.subarray(begin, end)) }, 0, end - begin, most);
    for (const e of pairs.subarray(0, most)) kept[e] = 1;
  }
  return kept;
}

function restrictTo(problem: Problem, kept: Uint8Array): Problem {
  const { requests, rowStart } = problem;
  const starts = new Int32Array(requests + 1);
  const length = kept.reduce((sum, keep) => sum + keep, 0);
  const column = new Int32Array(length);
  const cost = new Float64Array(length);
  let at = 0;
  for (let r = 0; r < requests; r++) {
    for (let e = rowStart[r] as number; e < (rowStart[r + 1] as number); e++) {
      if (kept[e] === 0) continue;
      column[at] = problem.column[e] as number;
      cost[at++] = problem.cost[e] as number;
    }
    starts[r + 1] = at;
  }
  return { ...problem, rowStart: starts, column, cost };
}

/** Keeps every pair that the prices do not cover, and returns how many. */
function addUndercutting(problem: Problem, { requestPrice, volunteerPrice }: Assignment, kept: Uint8Array): number {
  const { requests, rowStart, column, cost } = problem;
  let added = 0;
  for (let r = 0; r < requests; r++) {
    const own = requestPrice[r] as number;
    for (let e = rowStart[r] as number; e < (rowStart[r + 1] as number); e++) {
      if ((cost[e] as number) - own + (volunteerPrice[column[e] as number] as number) >= 0) continue;
      kept[e] = 1;
      added++;
    }
  }
  return added;
}
