import type { Problem } from '../problem.js';
import type { Random } from './random.js';

/** A pair of a request, before it is packed into rows. */
export interface Pair {
  readonly volunteer: number;
  readonly cost: number;
}

/** Packs rows of pairs, ascending by volunteer, into the compressed form of a problem. */
export function packRows(
  rows: readonly (readonly Pair[])[],
): Pick<Problem, 'requests' | 'rowStart' | 'column' | 'cost'> {
  const pairs = rows.flat();
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => (rowStart[r + 1] = (rowStart[r] ?? 0) + row.length));
  return {
    requests: rows.length,
    rowStart,
    column: Int32Array.from(pairs, (pair) => pair.volunteer),
    cost: Float64Array.from(pairs, (pair) => pair.cost),
  };
}

/** A small problem with coverage classes, many ties, negative costs, volunteers without places and place costs. */
export function randomProblem(random: Random, limits: { requests: number; volunteers: number }): Problem {
  const requests = random.below(limits.requests + 1);
  const volunteers = 1 + random.below(limits.volunteers);
  const levels = random.chance(0.5) ? 4 : 1000;
  const lowest = random.chance(0.2) ? -levels : 0;
  const density = 0.2 + 0.8 * random.next();
  const rows = Array.from({ length: requests }, () => randomRow(random, { volunteers, density, levels, lowest }));
  const capacity = Int32Array.from({ length: volunteers }, () => random.below(4));
  const base = (requests + 1) * 3 * levels + 1;
  const plain = random.chance(0.2);
  const penalty = (): number => (plain ? random.below(levels) : base * (1 + random.below(3)) + random.below(5));
  const packed = packRows(rows);
  const cost = random.chance(0.5) ? Int32Array.from(packed.cost) : packed.cost;
  const problem = { ...packed, cost, volunteers, capacity, unmatchedPenalty: Float64Array.from(rows, penalty) };
  return random.chance(0.5) ? { ...problem, ...randomPlaces(random, capacity, levels) } : problem;
}

interface RowShape {
  readonly volunteers: number;
  readonly density: number;
  readonly levels: number;
  readonly lowest: number;
}

function randomRow(random: Random, { volunteers, density, levels, lowest }: RowShape): Pair[] {
  const row: Pair[] = [];
  for (let volunteer = 0; volunteer < volunteers; volunteer++) {
    if (random.chance(density)) row.push({ volunteer, cost: lowest + random.below(levels) });
  }
  return row;
}

function randomPlaces(random: Random, capacity: Int32Array, levels: number): Pick<Problem, 'placeStart' | 'placeCost'> {
  const placeStart = new Int32Array(capacity.length + 1);
  const placeCost: number[] = [];
  capacity.forEach((places, v) => {
    let cost = random.chance(0.1) ? -random.below(levels) : 0;
    for (let k = random.below(2) + places; k > 0; k--) placeCost.push((cost += random.below(1 + levels / 3)));
    placeStart[v + 1] = placeCost.length;
  });
  return { placeStart, placeCost: Float64Array.from(placeCost) };
}
