import { assign } from '../assign.js';
import { type Problem, UNMATCHED } from '../problem.js';
import { packRows, randomProblem } from '../testing/random-problem.js';
import { Random } from '../testing/random.js';
import { explain } from './explain.js';

const context = {
  parts: () => ({}),
  attrition: () => ({ language: 3 }),
  label: () => ({ language: 'ar', area: 'Kreuztal', topic: 'housing' }),
};

/** The problem without one pair, or with only that pair for its request. */
function restrict(problem: Problem, keep: (request: number, volunteer: number) => boolean): Problem {
  const rows = Array.from({ length: problem.requests }, (_, r) => {
    const pairs = [];
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      if (keep(r, problem.column[e]!)) pairs.push({ volunteer: problem.column[e]!, cost: problem.cost[e]! });
    }
    return pairs;
  });
  return { ...problem, ...packRows(rows) };
}

function totalOf(problem: Problem): number {
  return Number(assign(problem).totalCost);
}

describe('explaining an assignment', () => {
  it('regret, shortfall and the worth of a place are what solving anew shows', () => {
    const random = new Random(11);
    for (let i = 0; i < 400; i++) {
      const problem = randomProblem(random, { requests: 9, volunteers: 5 });
      const engine = i % 2 === 0 ? 'shortest-paths' : 'network-simplex';
      const assignment = assign(problem, engine);
      const total = Number(assignment.totalCost);
      const explanation = explain(problem, assignment, context);
      for (let r = 0; r < problem.requests; r++) {
        const answer = explanation.request(r);
        const present = assignment.volunteerOf[r]!;
        if (answer.kind === 'matched') {
          const without = restrict(problem, (q, v) => q !== r || v !== present);
          expect(answer.regret).toBe(totalOf(without) - total);
        }
        for (const { volunteer, shortfall } of 'alternatives' in answer ? answer.alternatives : []) {
          if (problem.capacity[volunteer] === 0) continue;
          const forced = restrict(problem, (q, v) => q !== r || v === volunteer);
          const unmatchedPenalty = forced.unmatchedPenalty.slice();
          unmatchedPenalty[r] = 1e9;
          expect(shortfall).toBe(totalOf({ ...forced, unmatchedPenalty }) - total);
        }
      }
      const worth = explanation.worthOfPlaces();
      for (let v = 0; v < problem.volunteers; v++) {
        const { placeStart, placeCost } = problem;
        if (placeStart && placeCost && placeStart[v + 1]! - placeStart[v]! <= problem.capacity[v]!) continue;
        const capacity = problem.capacity.slice();
        capacity[v]!++;
        expect(worth[v]).toBe(total - totalOf({ ...problem, capacity }));
      }
    }
  });

  it('names requests that share too few places', () => {
    const row = [{ volunteer: 0, cost: 1 }];
    const problem = {
      ...packRows([row, row, row, []]),
      volunteers: 1,
      capacity: Int32Array.of(2),
      unmatchedPenalty: Float64Array.of(100, 100, 100, 100),
    };
    const assignment = assign(problem);
    const explanation = explain(problem, assignment, context);
    const unmatched = assignment.volunteerOf.indexOf(UNMATCHED);
    expect(explanation.request(unmatched)).toMatchObject({
      kind: 'too-few-places',
      summary: { language: 'ar', area: 'Kreuztal', topic: 'housing', requests: 3, places: 2 },
    });
    expect(explanation.request(3)).toEqual({ kind: 'no-candidate', attrition: { language: 3 } });
    expect(explanation.shortages()).toEqual([
      { language: 'ar', area: 'Kreuztal', topic: 'housing', worth: 99, volunteer: 0, unmatched: 2, example: unmatched },
    ]);
  });

  it('says where leaving a request unmatched is cheaper', () => {
    const rows = packRows([[{ volunteer: 0, cost: 9 }]]);
    const problem = { ...rows, volunteers: 1, capacity: Int32Array.of(1), unmatchedPenalty: Float64Array.of(4) };
    const answer = explain(problem, assign(problem), context).request(0);
    expect(answer).toMatchObject({ kind: 'not-worth-it', alternatives: [{ volunteer: 0, shortfall: 5 }] });
  });
});
