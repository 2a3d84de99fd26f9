const SHORT = 16;

/** Pairs side by side: the volunteer and the cost of each. */
export interface Pairs {
  readonly column: Int32Array;
  readonly cost: Float64Array | Int32Array;
}

/**
 * Orders the pairs in `[from, end)` by cost, then by volunteer, as far as position `needed`: what lies behind is only
 * known to be no cheaper (partial quicksort, Martinez 2004).
 */
export function sortSmallest(pairs: Pairs, from: number, end: number, needed: number): void {
  let high = end;
  while (high - from > SHORT) {
    const middle = partition(pairs, from, high);
    if (needed > middle + 1) sortSmallest(pairs, middle + 1, high, needed);
    high = middle;
  }
  insertionSort(pairs, from, high);
}

function insertionSort({ column, cost }: Pairs, from: number, end: number): void {
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
function partition(pairs: Pairs, from: number, end: number): number {
  const { column, cost } = pairs;
  swap(pairs, (from + end) >> 1, end - 1);
  const c = cost[end - 1] as number;
  const v = column[end - 1] as number;
  let store = from;
  for (let i = from; i < end - 1; i++) {
    const d = cost[i] as number;
    if (d < c || (d === c && (column[i] as number) < v)) swap(pairs, i, store++);
  }
  swap(pairs, store, end - 1);
  return store;
}

function swap({ column, cost }: Pairs, a: number, b: number): void {
  const c = cost[a] as number;
  const v = column[a] as number;
  cost[a] = cost[b] as number;
  column[a] = column[b] as number;
  cost[b] = c;
  column[b] = v;
}
