import type { CostArray, LazyRows } from '../shortest-paths/lazy-rows.js';
import { sortSmallest } from '../shortest-paths/sort-pairs.js';
import type { NewRequest } from './new-request.js';

/** Rows that come and go: those of a solved problem, close together, with as much room behind them. */
export class RowStore {
  /** Pairs each row has room for where it lies. */
  private readonly room: Int32Array;

  /** @param rows must all be read; they move together */
  constructor(private readonly rows: LazyRows) {
    const { begin, end, sorted } = rows;
    this.room = end.map((stop, r) => stop - (begin[r] as number));
    const length = this.room.reduce((sum, pairs) => sum + pairs, 0);
    const column = new Int32Array(2 * length);
    const cost = emptyLike(rows.cost, 2 * length);
    rows.used = 0;
    for (let r = 0; r < begin.length; r++) {
      const from = begin[r] as number;
      column.set(rows.column.subarray(from, end[r]), rows.used);
      cost.set(rows.cost.subarray(from, end[r]), rows.used);
      begin[r] = rows.used;
      sorted[r] = (sorted[r] as number) - from + rows.used;
      rows.used += this.room[r] as number;
      end[r] = rows.used;
    }
    rows.column = column;
    rows.cost = cost;
  }

  /** Writes a row in order: where its index had one as long before, else behind all others. The row must be empty. */
  write(r: number, { volunteers, costs }: NewRequest): void {
    const { rows } = this;
    if (volunteers.length > (this.room[r] as number)) this.moveToEnd(r, volunteers.length);
    if (!fit(rows, costs)) rows.cost = Float64Array.from(rows.cost);
    const begin = rows.begin[r] as number;
    const end = begin + volunteers.length;
    rows.column.set(volunteers, begin);
    for (let k = 0; k < volunteers.length; k++) rows.cost[begin + k] = (costs[k] as number) + rows.offset;
    sortSmallest(rows, begin, end, end);
    rows.end[r] = end;
    rows.sorted[r] = end;
  }

  /** Leaves a row without pairs. */
  clear(r: number): void {
    this.rows.end[r] = this.rows.begin[r] as number;
    this.rows.sorted[r] = this.rows.begin[r] as number;
  }

  /** Takes a pair out; false where it is not there. */
  removePair(r: number, volunteer: number): boolean {
    const { rows } = this;
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

  private moveToEnd(r: number, length: number): void {
    const { rows } = this;
    if (rows.used + length > rows.column.length) enlarge(rows, length);
    rows.begin[r] = rows.used;
    rows.used += length;
    this.room[r] = length;
  }
}

function emptyLike(costs: CostArray, length: number): CostArray {
  return costs instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
}

/** Whether costs can be written as they are: rows of 32 bits turn into doubles at the first cost beyond. */
function fit({ cost, offset }: LazyRows, costs: ArrayLike<number>): boolean {
  if (cost instanceof Float64Array) return true;
  for (let k = 0; k < costs.length; k++) {
    const shifted = (costs[k] as number) + offset;
    if (shifted !== (shifted | 0)) return false;
  }
  return true;
}

function enlarge(rows: LazyRows, more: number): void {
  const column = new Int32Array(2 * rows.column.length + more);
  const cost = emptyLike(rows.cost, column.length);
  column.set(rows.column);
  cost.set(rows.cost);
  rows.column = column;
  rows.cost = cost;
}
