import type { FlowState } from './flow-state.js';
import { extendOrder } from './lazy-rows.js';
import type { IncomingPairs } from './reverse-search.js';

/**
 * The pairs that reverse searches can touch while they lower prices by no more than `reach`. Request prices only fall
 * meanwhile, so a pair whose cost exceeds the request's price by `reach` or more stays out of it: of a long row, only
 * the front is read.
 */
export function incomingPairs(state: FlowState, reach: number): IncomingPairs {
  const { rows, requestPrice, load } = state;
  const { column, cost } = rows;
  const requests = requestPrice.length;
  const upTo = new Int32Array(requests);
  const end = new Int32Array(load.length + 1);
  for (let r = 0; r < requests; r++) {
    upTo[r] = cheaperThan(state, r, (requestPrice[r] as number) + reach);
    for (let e = rows.begin[r] as number, stop = upTo[r] as number; e < stop; e++) {
      const v = (column[e] as number) + 1;
      end[v] = (end[v] as number) + 1;
    }
  }
  for (let v = 0; v < load.length; v++) end[v + 1] = (end[v + 1] as number) + (end[v] as number);
  const total = end[load.length] as number;
  const begin = end.slice(0, load.length);
  const lists = { begin, end, request: new Int32Array(total), cost: new Float64Array(total) };
  for (let r = 0; r < requests; r++) {
    for (let e = rows.begin[r] as number, stop = upTo[r] as number; e < stop; e++) {
      const v = column[e] as number;
      const at = end[v] as number;
      lists.request[at] = r;
      lists.cost[at] = cost[e] as number;
      end[v] = at + 1;
    }
  }
  return lists;
}

/** The end of the pairs of a row that cost less than `limit`. */
function cheaperThan(state: FlowState, request: number, limit: number): number {
  const { rows } = state;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) return e;
      sorted = extendOrder(rows, request);
    }
    if ((rows.cost[e] as number) >= limit) return e;
  }
}
