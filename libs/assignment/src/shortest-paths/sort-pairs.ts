const SHORT = 16;

/**
 * Orders the pairs in `[from, end)` by cost, then by volunteer, as far as position `needed`: what lies behind is only
 * known to be no cheaper (partial quicksort, Martinez 2004).
 */
export function sortSmallest(column: Int32Array, cost: Float64Array, from: number, end: number, needed: number): void {
  let high = end;
  while (high - from > SHORT) {
    const middle = partition(column, cost, from, high);
    if (needed > middle + 1) sortSmallest(column, cost, middle + 1, high, needed);
    high = middle;
  }
  insertionSort(column, cost, from, high);
}

function insertionSort(column: Int32Array, cost: Float64Array, from: number, end: number): void {
  for (let i = from + 1; i < end; i++) {
    const c = cost[i] as number;
    const v = column[i] as number;
    let at = i;
    for (; at > from; at--) {
      const before = cost[at - 1] as number;
      if (before < c || (before === c && (column[at - 1] as number) < v)) break;
      cost[at] = before;
      column[at] = column[at - 1] as number;
    }
    cost[at] = c;
    column[at] = v;
  }
}

/** Splits around the middle pair and returns where it ends up. */
function partition(column: Int32Array, cost: Float64Array, from: number, end: number): number {
  swap(column, cost, (from + end) >> 1, end - 1);
  const c = cost[end - 1] as number;
  const v = column[end - 1] as number;
  let store = from;
  for (let i = from; i < end - 1; i++) {
    const d = cost[i] as number;
    if (d < c || (d === c && (column[i] as number) < v)) swap(column, cost, i, store++);
  }
  swap(column, cost, store, end - 1);
  return store;
}

function swap(column: Int32Array, cost: Float64Array, a: number, b: number): void {
  const c = cost[a] as number;
  const v = column[a] as number;
  cost[a] = cost[b] as number;
  column[a] = column[b] as number;
  cost[b] = c;
  column[b] = v;
}
