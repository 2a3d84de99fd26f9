import type { Problem } from '../problem.js';

/** A problem with `spare` more requests that nobody can take and that cost nothing: room for arrivals. */
export function withSpareRequests(problem: Problem, spare: number): Problem {
  const requests = problem.requests + spare;
  const rowStart = new Int32Array(requests + 1).fill(problem.column.length);
  rowStart.set(problem.rowStart);
  const unmatchedPenalty = new Float64Array(requests);
  unmatchedPenalty.set(problem.unmatchedPenalty);
  return { ...problem, requests, rowStart, unmatchedPenalty };
}
