import type { Problem } from '../problem.js';
import { sortSmallest } from './sort-pairs.js';

/** Costs as they come: half the memory, and so half the way to it, where they fit 32 bits. */
export type CostArray = Float64Array | Int32Array;

/** Pairs of a row that are put in order at once; most requests are settled within them. */
const FRONT = 12;

/** End of a row of which only the front has been read yet. */
const UNREAD = -1;

/**
 * The rows of a problem by rising cost (then by volunteer), so that a search may leave a row at its first pair that is
 * too dear. At first only the fronts are there, side by side; `continueRow` brings in more when a search gets that far.
 * A row lies at `begin[r]` to `sorted[r] - 1` as far as it is in order, and is all there where `sorted[r] === end[r]`.
 */
export interface LazyRows {
  readonly source: Problem;
  readonly offset: number;
  readonly begin: Int32Array;
  readonly end: Int32Array;
  readonly sorted: Int32Array;
  column: Int32Array;
  cost: CostArray;
  /** Up to where `column` and `cost` are in use. What lies behind is never touched and so takes no memory. */
  used: number;
}

/** Reads the fronts of all rows, adding `offset` to every cost. */
export function lazyRows(source: Problem, offset: number): LazyRows {
  const { requests, rowStart } = source;
  const room = Math.min(source.column.length, FRONT * requests) + source.column.length;
  const rows: LazyRows = {
    source,
    offset,
    begin: new Int32Array(requests),
    end: new Int32Array(requests),
    sorted: new Int32Array(requests),
    column: new Int32Array(room),
    cost: offset === 0 && source.cost instanceof Int32Array ? new Int32Array(room) : new Float64Array(room),
    used: 0,
  };
  for (let r = 0; r < requests; r++) {
    const length = (rowStart[r + 1] as number) - (rowStart[r] as number);
    const front = Math.min(length, FRONT);
    rows.begin[r] = rows.used;
    rows.used += front;
    rows.sorted[r] = rows.used;
    rows.end[r] = front === length ? rows.used : UNREAD;
    readFront(rows, r);
  }
  return rows;
}

/** One pass in which the dearest of the front makes room for each cheaper pair. */
function readFront(rows: LazyRows, r: number): void {
  const { column, cost, source, offset } = rows;
  const sourceColumn = source.column;
  const sourceCost = source.cost;
  const begin = rows.begin[r] as number;
  const last = (rows.sorted[r] as number) - 1;
  const end = source.rowStart[r + 1] as number;
  let filled = begin;
  let bound = Infinity;
  for (let e = source.rowStart[r] as number; e < end; e++) {
    const c = (sourceCost[e] as number) + offset;
    if (c >= bound) continue;
    let at = filled <= last ? filled++ : last;
    for (; at > begin && c < (cost[at - 1] as number); at--) {
      column[at] = column[at - 1] as number;
      cost[at] = cost[at - 1] as number;
    }
    column[at] = sourceColumn[e] as number;
    cost[at] = c;
    if (filled > last) bound = cost[last] as number;
  }
}

/**
 * Puts more of row `r` in order, four times as much as before. The row may move: `position`, up to where the caller has
 * read, is given back as it is afterwards.
 */
export function continueRow(rows: LazyRows, r: number, position: number): number {
  const read = position - (rows.begin[r] as number);
  readWhole(rows, r);
  const begin = rows.begin[r] as number;
  const end = rows.end[r] as number;
  const from = rows.sorted[r] as number;
  const to = Math.min(end, begin + 4 * (from - begin));
  sortSmallest(rows, from, end, to);
  rows.sorted[r] = to;
  return begin + read;
}

/** Brings in all pairs of a row; those behind `sorted[r]` come in any order. */
export function readWhole(rows: LazyRows, r: number): void {
  if (rows.end[r] !== UNREAD) return;
  const { column, cost, source, offset } = rows;
  const front = (rows.sorted[r] as number) - (rows.begin[r] as number);
  const begin = rows.used;
  for (let e = source.rowStart[r] as number; e < (source.rowStart[r + 1] as number); e++) {
    column[rows.used] = source.column[e] as number;
    cost[rows.used++] = (source.cost[e] as number) + offset;
  }
  sortSmallest(rows, begin, rows.used, begin + front);
  rows.begin[r] = begin;
  rows.sorted[r] = begin + front;
  rows.end[r] = rows.used;
}
