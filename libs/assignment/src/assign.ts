import { checkProblem } from './check-problem.js';
import { solveByNetworkSimplex } from './network-simplex/solve.js';
import type { Assignment, Problem } from './problem.js';
import type { FlowState } from './shortest-paths/flow-state.js';
import { solveByShortestPaths } from './shortest-paths/solve.js';
import { toAssignment } from './shortest-paths/state-assignment.js';

/** The exact engines. They agree on cost and certificate; among equally good matches they may choose differently. */
export type Engine = 'shortest-paths' | 'network-simplex';

/**
 * Solves a problem to the proven optimum. The same problem always gets the same answer.
 *
 * @param engine forces an engine; by default the regime decides
 * @throws RangeError where the problem is malformed, naming field and index (see `checkProblem`)
 */
export function assign(problem: Problem, engine?: Engine): Assignment {
  return toAssignment(solve(problem, engine));
}

/** Like `assign`, but leaves the state of the solver as it is, to go on from there. */
export function solve(problem: Problem, engine?: Engine): FlowState {
  const range = checkProblem(problem);
  switch (engine ?? chooseEngine(problem)) {
    case 'shortest-paths':
      return solveByShortestPaths(problem, range);
    case 'network-simplex':
      return solveByNetworkSimplex(problem, range);
  }
}

/** Below this many requests a search path is short in any regime. */
const SMALL = 2000;

/** Places per request from which on most requests find a place without displacing others. */
const AMPLE = 1.15;

/**
 * Share of all pairs from which on nearly everybody gets somebody, if only there are places enough. Tried on uniform
 * random problems only.
 */
const DENSE = 0.1;

/** Scarce and critical problems go to the network simplex; ample, dense and small ones to the shortest paths. */
export function chooseEngine({ requests, volunteers, capacity, column }: Problem): Engine {
  if (requests <= SMALL) return 'shortest-paths';
  let places = 0;
  for (const c of capacity) places += Math.min(c, requests);
  const dense = column.length >= DENSE * requests * volunteers;
  return places >= (dense ? 1 : AMPLE) * requests ? 'shortest-paths' : 'network-simplex';
}
