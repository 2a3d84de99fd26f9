import type { Problem } from '../problem.js';
import { sortSmallest } from './sort-pairs.js';

/** Pairs of a row that are put in order at once; most requests are settled within them. */
const FRONT = 6;

/**
 * The rows of a problem by rising cost (then by volunteer), so that a search may leave a row at its first pair that is
 * too dear. Only a front is in order from the start; `sorted[r]` says how far, `extendOrder` continues.
 */
export interface LazyRows {
  begin: Int32Array;
  end: Int32Array;
  sorted: Int32Array;
  column: Int32Array;
  cost: Float64Array;
}

/** Copies the rows of a problem, adding `offset` to every cost. */
export function lazyRows(problem: Problem, offset: number): LazyRows {
  const { requests, rowStart } = problem;
  const rows: LazyRows = {
    begin: rowStart.slice(0, requests),
    end: rowStart.slice(1),
    sorted: new Int32Array(requests),
    column: new Int32Array(problem.column.length),
    cost: new Float64Array(problem.column.length),
  };
  for (let r = 0; r < requests; r++) copyRow(problem, rows, r, offset);
  return rows;
}

/** One pass: the dearest of the front makes room for each cheaper pair, all others follow behind in any order. */
function copyRow(problem: Problem, rows: LazyRows, r: number, offset: number): void {
  const { column, cost } = rows;
  const begin = rows.begin[r] as number;
  const end = rows.end[r] as number;
  const front = end - begin > FRONT ? begin + FRONT : end;
  let filled = begin;
  let behind = front;
  for (let e = begin; e < end; e++) {
    const c = (problem.cost[e] as number) + offset;
    let at = filled;
    if (filled < front) filled++;
    else if (c < (cost[front - 1] as number)) {
      at = front - 1;
      column[behind] = column[at] as number;
      cost[behind++] = cost[at] as number;
    } else {
      column[behind] = problem.column[e] as number;
      cost[behind++] = c;
      continue;
    }
    for (; at > begin && c < (cost[at - 1] as number); at--) {
      column[at] = column[at - 1] as number;
      cost[at] = cost[at - 1] as number;
    }
    column[at] = problem.column[e] as number;
    cost[at] = c;
  }
  rows.sorted[r] = front;
}

/** Puts more of row `r` in order, three times as much as before, and returns how far it now reaches. */
export function extendOrder(rows: LazyRows, r: number): number {
  const begin = rows.begin[r] as number;
  const end = rows.end[r] as number;
  const from = rows.sorted[r] as number;
  const to = Math.min(end, begin + Math.max(4 * FRONT, 4 * (from - begin)));
  sortSmallest(rows.column, rows.cost, from, end, to);
  rows.sorted[r] = to;
  return to;
}
