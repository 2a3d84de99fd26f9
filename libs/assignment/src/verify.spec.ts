import { assign, chooseEngine } from './assign.js';
import type { Assignment, Problem } from './problem.js';
import { verify } from './verify.js';

const problem: Problem = {
  requests: 3,
  volunteers: 2,
  capacity: Int32Array.of(1, 2),
  rowStart: Int32Array.of(0, 2, 3, 4),
  column: Int32Array.of(0, 1, 0, 0),
  cost: Int32Array.of(1, 5, 1, 4),
  unmatchedPenalty: Float64Array.of(10, 10, 10),
};
const optimum = assign(problem);

describe('the certificate check', () => {
  it('passes what both engines answer', () => {
    verify(problem, optimum);
    verify(problem, assign(problem, 'network-simplex'));
  });

  it.each<[string, Partial<Assignment>]>([
    ['volunteerOf has one entry', { volunteerOf: Int32Array.of(1, 0) }],
    ['a matched pair is one of the problem', { volunteerOf: Int32Array.of(1, 1, -1) }],
    ['a matched pair is one of the problem', { volunteerOf: Int32Array.of(1, 0, -2) }],
    [
      'price of an unmatched request',
      { volunteerOf: Int32Array.of(1, -1, -1), requestPrice: Float64Array.of(5, 5, 10) },
    ],
    [
      'reduced cost of a matched pair is 0',
      { volunteerOf: Int32Array.of(0, -1, -1), volunteerPrice: Float64Array.of(9, 0) },
    ],
    ['at most its penalty', { requestPrice: Float64Array.of(11, 10, 10) }],
    ['reduced cost of the pair', { volunteerPrice: Float64Array.of(3, 0) }],
    [
      'volunteer price is at least 0',
      { volunteerPrice: Float64Array.of(9, -1), requestPrice: Float64Array.of(4, 10, 10) },
    ],
    ['next free place', { volunteerPrice: Float64Array.of(10, 1), requestPrice: Float64Array.of(6, 11, 10) }],
    ['safe integer', { requestPrice: Float64Array.of(4.5, 10, 10) }],
    ['totalCost', { totalCost: 17 }],
  ])('names the violated condition: %s', (condition, change) => {
    const wide =
      condition === 'next free place' ? { ...problem, unmatchedPenalty: Float64Array.of(10, 11, 10) } : problem;
    expect(() => verify(wide, { ...optimum, ...change })).toThrow(condition);
  });

  it('refuses more requests than places', () => {
    const tight = { ...problem, capacity: Int32Array.of(0, 2) };
    expect(() => verify(tight, optimum)).toThrow('load is within capacity');
  });

  it('follows totals beyond 2^53, which are bigints', () => {
    const large = {
      ...problem,
      unmatchedPenalty: new Float64Array(3).fill(2 ** 52),
      column: Int32Array.of(0, 1, 0, 0),
    };
    const many = { ...large, capacity: Int32Array.of(0, 0) };
    const assignment = assign(many);
    expect(assignment.totalCost).toBe(3n * 2n ** 52n);
    verify(many, assignment);
  });
});

describe('the choice of the engine', () => {
  const sized = (requests: number, places: number): Problem => ({
    ...problem,
    requests,
    capacity: Int32Array.of(places / 2, places / 2),
  });

  it('takes shortest paths for ample and small problems, the network simplex for the others', () => {
    expect(chooseEngine(sized(5000, 10_000))).toBe('shortest-paths');
    expect(chooseEngine(sized(5000, 5000))).toBe('network-simplex');
    expect(chooseEngine(sized(100, 50))).toBe('shortest-paths');
    const dense = { column: new Int32Array(2 * 5000) };
    expect(chooseEngine({ ...sized(5000, 5000), ...dense })).toBe('shortest-paths');
    expect(chooseEngine({ ...sized(5000, 4000), ...dense })).toBe('network-simplex');
  });

  it('gives the same answer every time', () => {
    expect(assign(problem)).toEqual(optimum);
  });
});
