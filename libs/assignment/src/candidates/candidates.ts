import type { Problem } from '../problem.js';
import { type Attrition, attritionOf, partsOf } from './attrition.js';
import { balancePlaces, coveragePenalties } from './coverage.js';
import type { CostParts } from './pair-cost.js';
import { PairSearch } from './pair-search.js';
import { type CandidateInput, readInput } from './side-data.js';

/** Who could help whom, ready to be solved and explained. */
export interface Candidates {
  readonly problem: Problem;
  /** The parts of the cost of a pair that is a candidate. */
  readonly parts: (request: number, volunteer: number) => CostParts;
  /** How many volunteers each hard constraint removed for a request. */
  readonly attrition: (request: number) => Attrition;
}

/**
 * Finds all pairs that fulfil the hard constraints (a common language, a shared topic, a common day-part, gender wish,
 * distance, not blocked, a place left) and what each costs. A volunteer who names no day-part fits any by arrangement.
 * Distance holds where both places are known; otherwise both have to be in the same town; a place nobody knows anything
 * of keeps nobody away.
 *
 * @throws RangeError where a figure, a day-part, a coordinate or a blocked pair makes no sense, naming field and index
 */
export function candidates(input: CandidateInput): Candidates {
  const data = readInput(input);
  const { weights } = data;
  const search = new PairSearch(data);
  for (const v of search.order) {
    if ((input.volunteers[v]?.capacity ?? 0) > 0 || input.includeFull === true) search.visit(v);
  }
  const rows = search.pairs.toRows(input.requests.length);
  const places = balancePlaces(weights, input.volunteers);
  const dearest = rows.cost.reduce((a, b) => Math.max(a, b), 0) + places.placeCost.reduce((a, b) => Math.max(a, b), 0);
  return {
    problem: {
      requests: input.requests.length,
      volunteers: input.volunteers.length,
      capacity: Int32Array.from(input.volunteers, ({ capacity }) => capacity),
      ...rows,
      ...(weights.balancePoints === 0 ? {} : places),
      unmatchedPenalty: coveragePenalties(weights, input.requests, dearest),
    },
    parts: (request, volunteer) => partsOf(data, request, volunteer),
    attrition: (request) => attritionOf(data, request),
  };
}
