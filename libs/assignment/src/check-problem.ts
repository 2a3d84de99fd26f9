import type { Problem } from './problem.js';

/** The smallest and largest cost of a pair; both 0 where there is no pair. */
export interface CostRange {
  readonly least: number;
  readonly greatest: number;
}

/** Potentials are doubles: from 2^53 on neighbouring integers fall together. */
const POTENTIAL_LIMIT = 2 ** 53;

/**
 * Refuses what no engine could solve exactly.
 *
 * @returns the range of the costs of pairs
 * @throws RangeError naming the field and index: sizes that do not fit, a negative capacity, a column out of range or
 * not ascending, a cost, penalty or place cost that is no finite integer, falling place costs, or penalties and costs so
 * far apart that a potential could reach 2^53.
 */
export function checkProblem(problem: Problem): CostRange {
  checkSizes(problem);
  checkCapacities(problem);
  checkColumns(problem);
  checkIntegers('cost', problem.cost);
  checkIntegers('unmatchedPenalty', problem.unmatchedPenalty);
  checkPlaces(problem);
  const range = costRange(problem.cost);
  checkPotentials(problem, range);
  return range;
}

function checkSizes(problem: Problem): void {
  const { requests, volunteers, rowStart, column } = problem;
  checkCount('requests', requests);
  checkCount('volunteers', volunteers);
  checkLength('capacity', problem.capacity, volunteers);
  checkLength('unmatchedPenalty', problem.unmatchedPenalty, requests);
  checkLength('rowStart', rowStart, requests + 1);
  checkStarts('rowStart', rowStart, column.length, 'column');
  checkLength('cost', problem.cost, column.length);
}

function checkCount(field: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${field} is ${count}, not a count`);
}

function checkLength(field: string, array: { readonly length: number }, expected: number): void {
  if (array.length !== expected) throw new RangeError(`${field}.length is ${array.length}, expected ${expected}`);
}

function checkStarts(field: string, starts: Int32Array, end: number, owner: string): void {
  if (starts[0] !== 0) throw new RangeError(`${field}[0] is ${starts[0] ?? 'missing'}, expected 0`);
  for (let i = 1; i < starts.length; i++) {
    const start = starts[i] as number;
    if (start < (starts[i - 1] as number)) throw new RangeError(`${field}[${i}] is ${start}, below its predecessor`);
  }
  const last = starts.length - 1;
  if (starts[last] !== end) throw new RangeError(`${field}[${last}] is not ${owner}.length, which is ${end}`);
}

function checkCapacities({ capacity }: Problem): void {
  for (let v = 0; v < capacity.length; v++) {
    if ((capacity[v] as number) < 0) throw new RangeError(`capacity[${v}] is ${capacity[v] as number}, below 0`);
  }
}

function checkColumns(problem: Problem): void {
  const bad = firstBadPair(problem);
  if (bad === undefined) return;
  const v = problem.column[bad.pair] as number;
  const reason = v < 0 || v >= problem.volunteers ? `no volunteer of ${problem.volunteers}` : 'not ascending';
  throw new RangeError(`column[${bad.pair}] is ${v}, ${reason} (request ${bad.request})`);
}

/** Apart from the message, because a loop that can build one runs many times slower. */
function firstBadPair({
  requests,
  volunteers,
  rowStart,
  column,
}: Problem): { pair: number; request: number } | undefined {
  for (let request = 0; request < requests; request++) {
    const end = rowStart[request + 1] as number;
    let previous = -1;
    for (let pair = rowStart[request] as number; pair < end; pair++) {
      const v = column[pair] as number;
      if (v <= previous || v >= volunteers) return { pair, request };
      previous = v;
    }
  }
  return undefined;
}

function checkIntegers(field: string, values: Int32Array | Float64Array): void {
  if (values instanceof Int32Array) return;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isSafeInteger(value)) throw new RangeError(`${field}[${i}] is ${value}, not a safe integer`);
  }
}

function checkPlaces({ volunteers, capacity, placeStart, placeCost }: Problem): void {
  if (placeStart === undefined && placeCost === undefined) return;
  if (placeStart === undefined) throw new RangeError('placeStart is missing although placeCost is given');
  if (placeCost === undefined) throw new RangeError('placeCost is missing although placeStart is given');
  checkLength('placeStart', placeStart, volunteers + 1);
  checkStarts('placeStart', placeStart, placeCost.length, 'placeCost');
  checkIntegers('placeCost', placeCost);
  for (let v = 0; v < volunteers; v++) {
    const start = placeStart[v] as number;
    const end = placeStart[v + 1] as number;
    if (end - start < (capacity[v] as number)) {
      throw new RangeError(`placeStart[${v + 1}] leaves volunteer ${v} fewer place costs than capacity[${v}]`);
    }
    for (let k = start + 1; k < end; k++) {
      if ((placeCost[k] as number) < (placeCost[k - 1] as number)) throw new RangeError(`placeCost[${k}] falls`);
    }
  }
}

function costRange(cost: Int32Array | Float64Array): CostRange {
  if (cost.length === 0) return { least: 0, greatest: 0 };
  let least = Infinity;
  let greatest = -Infinity;
  for (let e = 0; e < cost.length; e++) {
    const c = cost[e] as number;
    if (c < least) least = c;
    if (c > greatest) greatest = c;
  }
  return { least, greatest };
}

function checkPotentials({ unmatchedPenalty, placeCost }: Problem, { least }: CostRange): void {
  let lowestPlace = 0;
  let highestPlace = 0;
  for (const w of placeCost ?? []) {
    lowestPlace = Math.min(lowestPlace, w);
    highestPlace = Math.max(highestPlace, w);
  }
  const places = highestPlace - lowestPlace;
  for (let r = 0; r < unmatchedPenalty.length; r++) {
    const penalty = unmatchedPenalty[r] as number;
    const reach = Math.max(Math.abs(penalty), penalty - Math.min(0, least) + places, Math.abs(least) + places);
    if (reach >= POTENTIAL_LIMIT) throw new RangeError(`unmatchedPenalty[${r}] lets a potential reach 2^53`);
  }
}
