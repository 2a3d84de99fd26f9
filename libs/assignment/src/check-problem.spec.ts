import { assign } from './assign.js';
import type { Problem } from './problem.js';

const good: Problem = {
  requests: 2,
  volunteers: 2,
  capacity: Int32Array.of(1, 1),
  rowStart: Int32Array.of(0, 2, 3),
  column: Int32Array.of(0, 1, 1),
  cost: Float64Array.of(1, 2, 3),
  unmatchedPenalty: Float64Array.of(10, 10),
};
const places = { placeStart: Int32Array.of(0, 1, 2), placeCost: Float64Array.of(0, 0) };

describe('a malformed problem is refused by field and index', () => {
  it.each<[string, Partial<Problem>]>([
    ['requests', { requests: 1.5 }],
    ['volunteers', { volunteers: -1 }],
    ['capacity.length', { capacity: Int32Array.of(1) }],
    ['capacity[1]', { capacity: Int32Array.of(1, -1) }],
    ['rowStart.length', { rowStart: Int32Array.of(0, 3) }],
    ['rowStart[0]', { rowStart: Int32Array.of(1, 2, 3) }],
    ['rowStart[2]', { rowStart: Int32Array.of(0, 3, 2) }],
    ['rowStart[2]', { rowStart: Int32Array.of(0, 2, 2) }],
    ['column[1]', { column: Int32Array.of(0, 2, 1) }],
    ['column[0]', { column: Int32Array.of(-1, 1, 1) }],
    ['column[1]', { column: Int32Array.of(1, 0, 1) }],
    ['column[1]', { column: Int32Array.of(1, 1, 1) }],
    ['cost.length', { cost: Int32Array.of(1) }],
    ['cost[1]', { cost: Float64Array.of(1, NaN, 3) }],
    ['cost[2]', { cost: Float64Array.of(1, 2, 0.5) }],
    ['unmatchedPenalty[0]', { unmatchedPenalty: Float64Array.of(Infinity, 10) }],
    ['unmatchedPenalty[1]', { unmatchedPenalty: Float64Array.of(10, NaN) }],
    ['unmatchedPenalty[1]', { unmatchedPenalty: Float64Array.of(10, 2 ** 53) }],
    ['unmatchedPenalty[0]', { cost: Float64Array.of(-9, 2, 3), unmatchedPenalty: Float64Array.of(2 ** 53 - 5, 10) }],
    ['placeCost is missing', { placeStart: places.placeStart }],
    ['placeStart is missing', { placeCost: places.placeCost }],
    ['placeStart.length', { ...places, placeStart: Int32Array.of(0, 2) }],
    ['placeStart[2]', { ...places, placeStart: Int32Array.of(0, 2, 2) }],
    ['placeCost[0]', { ...places, placeCost: Float64Array.of(NaN, 0) }],
    ['placeCost[1]', { placeStart: Int32Array.of(0, 2, 3), placeCost: Float64Array.of(3, 1, 0) }],
  ])('%s', (name, change) => {
    const attempt = (): unknown => assign({ ...good, ...change });
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(name);
  });

  it('a problem without requests or volunteers is none of these', () => {
    const nothing = { ...good, requests: 0, rowStart: Int32Array.of(0), column: new Int32Array(0) };
    const empty = { ...nothing, cost: new Int32Array(0), unmatchedPenalty: new Float64Array(0) };
    expect(assign(empty).totalCost).toBe(0);
    expect(assign({ ...empty, volunteers: 0, capacity: new Int32Array(0) }).totalCost).toBe(0);
  });
});
