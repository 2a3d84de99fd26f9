import type { ResidualGraph } from './residual-graph.js';

const NONE = -1;

/** Requests that together have only these volunteers, with fewer places than there are requests (Hall 1935). */
export interface HallWitness {
  readonly requests: readonly number[];
  readonly volunteers: readonly number[];
  readonly places: number;
}

/**
 * Why nobody is left for an unmatched request: all who could take it are full, and so are all to whom those they have
 * could move. Undefined where a free place is in reach, that is, where leaving the request unmatched is simply cheaper.
 */
export function hallWitness(graph: ResidualGraph, request: number): HallWitness | undefined {
  const { rowStart, column, capacity } = graph.problem;
  const requests = [request];
  const volunteers = new Set<number>();
  let places = 0;
  for (const r of requests) {
    for (let e = rowStart[r] as number; e < (rowStart[r + 1] as number); e++) {
      const v = column[e] as number;
      if (volunteers.has(v)) continue;
      if ((graph.load[v] as number) < (capacity[v] as number)) return undefined;
      volunteers.add(v);
      places += capacity[v] as number;
      for (let q = graph.first[v] as number; q !== NONE; q = graph.next[q] as number) requests.push(q);
    }
  }
  return { requests, volunteers: [...volunteers], places };
}
