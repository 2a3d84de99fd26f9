import { assign, explain, UNMATCHED } from '@lotsennetz/assignment';
import type { Day } from '@lotsennetz/kernel';
import { labelOf, problemOf, taskOf } from '../matching-task.js';
import type { Pool } from '../pool.js';
import { fitOf, type Fit } from '../reasons.js';
import { whyNotOf, type WhyNot } from '../why-not.js';
import { UnmatchedRequests } from './unmatched-requests.js';
import type { Solution, Solver } from './solver.js';

/**
 * The best there is, provably: as many requests as possible, the most urgent first, and among all such answers the
 * one with the least loss of language, topics, time and way.
 */
export const exactSolver: Solver = (pool: Pool, on: Day): Solution => {
  const task = taskOf(pool, on);
  const { found, problem } = problemOf(task);
  const assignment = assign(problem);
  const { parts, attrition } = found;
  const label = (r: number) => labelOf(task.requests[r]);
  const unmatched = new UnmatchedRequests(problem, explain(problem, assignment, { parts, attrition, label }));
  const pairs = new Map<string, { volunteerId: string; fit: Fit }>();
  const whyNot = new Map<string, WhyNot>();
  task.requests.forEach((request, r) => {
    const v = assignment.volunteerOf[r] ?? UNMATCHED;
    const helper = task.helpers[v];
    if (helper) {
      pairs.set(request.id, { volunteerId: helper.id, fit: fitOf(request, helper, parts(r, v)) });
      return;
    }
    whyNot.set(request.id, whyNotOf(unmatched.explain(r), request, task));
  });
  return { pairs, whyNot };
};
