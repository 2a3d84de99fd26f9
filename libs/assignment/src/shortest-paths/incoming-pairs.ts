import type { FlowState } from './flow-state.js';
import type { IncomingPairs } from './reverse-search.js';

/**
 * The pairs that reverse searches can touch while none lowers a price by more than `reach`. Request prices only fall
 * meanwhile, so a pair that costs `reach` or more above its request's price stays out of it.
 */
export function incomingPairs(state: FlowState, reach: number): IncomingPairs {
  const { requestPrice, rows, load } = state;
  const { rowStart, column, cost } = rows.source;
  const end = new Int32Array(load.length + 1);
  for (let r = 0; r < requestPrice.length; r++) {
    const limit = (requestPrice[r] as number) + reach - rows.offset;
    for (let e = rowStart[r] as number, stop = rowStart[r + 1] as number; e < stop; e++) {
      if ((cost[e] as number) >= limit) continue;
      const v = (column[e] as number) + 1;
      end[v] = (end[v] as number) + 1;
    }
  }
  for (let v = 0; v < load.length; v++) end[v + 1] = (end[v + 1] as number) + (end[v] as number);
  const total = end[load.length] as number;
  const begin = end.slice(0, load.length);
  const lists = { begin, end, request: new Int32Array(total), cost: new Float64Array(total) };
  for (let r = 0; r < requestPrice.length; r++) {
    const limit = (requestPrice[r] as number) + reach - rows.offset;
    for (let e = rowStart[r] as number, stop = rowStart[r + 1] as number; e < stop; e++) {
      if ((cost[e] as number) >= limit) continue;
      const v = column[e] as number;
      const at = end[v] as number;
      lists.request[at] = r;
      lists.cost[at] = (cost[e] as number) + rows.offset;
      end[v] = at + 1;
    }
  }
  return lists;
}
