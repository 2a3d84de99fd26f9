import { checkProblem } from './check-problem.js';
import type { Assignment, Problem } from './problem.js';
import { solveByShortestPaths } from './shortest-paths/solve.js';
import { toAssignment } from './shortest-paths/state-assignment.js';

export function assign(problem: Problem): Assignment {
  const range = checkProblem(problem);
  return toAssignment(solveByShortestPaths(problem, range));
}
