import type { LazyRows } from '../shortest-paths/lazy-rows.js';
import { sortSmallest } from '../shortest-paths/sort-pairs.js';
import type { NewRequest } from './new-request.js';

/** Writes a row behind all others, in order. The row must be empty. */
export function writeRow(rows: LazyRows, r: number, { volunteers, costs }: NewRequest): void {
  const begin = rows.used;
  const end = begin + volunteers.length;
  if (end > rows.column.length) enlarge(rows, volunteers.length);
  rows.column.set(volunteers, begin);
  for (let k = 0; k < volunteers.length; k++) rows.cost[begin + k] = (costs[k] as number) + rows.offset;
  sortSmallest(rows, begin, end, end);
  rows.begin[r] = begin;
  rows.end[r] = end;
  rows.sorted[r] = end;
  rows.used = end;
}

/** Leaves a row without pairs. */
export function emptyRow(rows: LazyRows, r: number): void {
  rows.end[r] = rows.begin[r] as number;
  rows.sorted[r] = rows.begin[r] as number;
}

/** Takes a pair out of a complete row; false where it is not in it. */
export function removePair(rows: LazyRows, r: number, volunteer: number): boolean {
  const end = rows.end[r] as number;
  let at = rows.begin[r] as number;
  while (at < end && rows.column[at] !== volunteer) at++;
  if (at === end) return false;
  rows.column.copyWithin(at, at + 1, end);
  rows.cost.copyWithin(at, at + 1, end);
  rows.end[r] = end - 1;
  if (at < (rows.sorted[r] as number)) rows.sorted[r] = (rows.sorted[r] as number) - 1;
  return true;
}

function enlarge(rows: LazyRows, more: number): void {
  const column = new Int32Array(2 * rows.column.length + more);
  const cost = new Float64Array(column.length);
  column.set(rows.column);
  cost.set(rows.cost);
  rows.column = column;
  rows.cost = cost;
}
