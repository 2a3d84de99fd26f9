import { UNMATCHED } from '../problem.js';
import type { ResidualGraph } from './residual-graph.js';

const NONE = -1;

/**
 * What the total would rise by if a matched request could not have its volunteer, or had to have a given other one:
 * the shortest way to reroute it, everybody else following along (exact, as solving anew would show).
 *
 * @returns Infinity where the other volunteer is no candidate
 */
export function regretOf(graph: ResidualGraph, request: number, other?: number): number {
  const present = graph.assignment.volunteerOf[request] as number;
  // Once the way ends outside (a free place, a request dropped), the vacated place is worth what it can gain others.
  const vacated = present === UNMATCHED ? 0 : (graph.slack()[present] as number);
  let best = other === undefined ? graph.leavingCost(request) + vacated : Infinity;
  graph.reset();
  startAt(graph, request, { present, other });
  for (let v = graph.nearest(); v !== NONE; v = graph.nearest()) {
    const base = graph.distance[v] as number;
    if (base >= best) return best;
    if (v === present) return base;
    const load = graph.load[v] as number;
    if (load < (graph.problem.capacity[v] as number)) {
      const place = graph.placeAt(v, load) - (graph.assignment.volunteerPrice[v] as number);
      best = Math.min(best, base + place + vacated);
    }
    for (let r = graph.first[v] as number; r !== NONE; r = graph.next[r] as number) {
      best = Math.min(best, base + graph.leavingCost(r) + vacated);
      graph.spread(r, base);
    }
  }
  return best;
}

function startAt(
  graph: ResidualGraph,
  request: number,
  { present, other }: { present: number; other: number | undefined },
): void {
  if (other === undefined) {
    graph.spread(request, 0, present);
    return;
  }
  const { rowStart, column } = graph.problem;
  for (let e = rowStart[request] as number; e < (rowStart[request + 1] as number); e++) {
    if (column[e] === other) graph.reach(other, graph.reducedCost(request, e));
  }
}
