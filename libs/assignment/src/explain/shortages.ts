import { UNMATCHED } from '../problem.js';
import type { ResidualGraph } from './residual-graph.js';
import type { RequestLabel } from './summary.js';

/** A kind of help that is missing: what one more place of it would gain, and how many wait for it. */
export interface Shortage extends RequestLabel {
  /** By how much the total would fall with one more place at the most wanted volunteer of this kind. */
  readonly worth: number;
  /** The volunteer whose place that would be; undefined where the unmatched have no candidate at all. */
  readonly volunteer?: number;
  readonly unmatched: number;
  /** One of these requests, to ask for its witness. */
  readonly example: number;
}

/** What one more place at each volunteer would gain: the least price that proves the optimum, less what it costs. */
export function worthOfPlaces(graph: ResidualGraph): Float64Array {
  const slack = graph.slack();
  return graph.assignment.volunteerPrice.map((price, v) => {
    const capacity = graph.problem.capacity[v] as number;
    if ((graph.load[v] as number) < capacity) return 0;
    return Math.max(0, price - (slack[v] as number) - graph.placeAt(v, capacity));
  });
}

/** Unmatched requests by language, area and topic; those a single place would help most come first. */
export function shortagesOf(graph: ResidualGraph, label: (request: number) => RequestLabel): Shortage[] {
  const worth = worthOfPlaces(graph);
  const groups = new Map<string, Shortage>();
  for (let r = 0; r < graph.problem.requests; r++) {
    if (graph.assignment.volunteerOf[r] !== UNMATCHED) continue;
    const words = label(r);
    const key = JSON.stringify([words.language, words.area, words.topic]);
    const { language, area, topic } = words;
    const group = groups.get(key) ?? { language, area, topic, worth: 0, unmatched: 0, example: r };
    groups.set(key, { ...group, ...mostWanted(graph, worth, { request: r, group }), unmatched: group.unmatched + 1 });
  }
  return [...groups.values()].sort((a, b) => b.worth - a.worth || b.unmatched - a.unmatched);
}

interface Candidate {
  readonly request: number;
  readonly group: Shortage;
}

function mostWanted(graph: ResidualGraph, worth: Float64Array, { request, group }: Candidate): Partial<Shortage> {
  const { rowStart, column } = graph.problem;
  let best: Partial<Shortage> & { worth: number } = group;
  for (let e = rowStart[request] as number; e < (rowStart[request + 1] as number); e++) {
    const volunteer = column[e] as number;
    const gain = worth[volunteer] as number;
    if (gain > best.worth) best = { worth: gain, volunteer };
  }
  return best;
}
