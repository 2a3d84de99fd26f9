import type { CostRange } from '../check-problem.js';
import { type Problem, UNMATCHED } from '../problem.js';
import { auction, coarseTerms } from '../shortest-paths/auction.js';
import { FlowState } from '../shortest-paths/flow-state.js';
import { firstTree } from './first-tree.js';
import { pivot } from './pivot.js';
import { BlockPricing } from './pricing.js';
import type { SpanningTree } from './spanning-tree.js';

/**
 * Primal network simplex with strongly feasible trees and block pricing, started from an auction. Best where places are
 * about as many as requests or fewer: there, searches for single paths grow long.
 */
export function solveByNetworkSimplex(problem: Problem, range: CostRange): FlowState {
  const state = new FlowState(problem);
  auction(state, coarseTerms(state, range));
  const tree = firstTree(state);
  const pricing = new BlockPricing(tree);
  while (pricing.find()) pivot(tree, pricing.entering);
  adoptTree(state, tree);
  return state;
}

/** Takes matches and prices over from an optimal tree. */
function adoptTree(state: FlowState, tree: SpanningTree): void {
  const { mate, requestPrice, volunteerPrice, load } = state;
  const { requests, sink, parent, flow, price } = tree;
  for (let r = 0; r < requests; r++) {
    if ((mate[r] as number) >= 0) state.unplace(r);
    requestPrice[r] = price[r] as number;
    mate[r] = UNMATCHED;
  }
  for (let r = 0; r < requests; r++) {
    if (flow[r] === 1 && parent[r] !== sink) state.place(r, (parent[r] as number) - requests);
  }
  for (let v = 0; v < load.length; v++) {
    const node = requests + v;
    if (flow[node] === 1 && parent[node] !== sink) state.place(parent[node] as number, v);
  }
  for (let v = 0; v < load.length; v++) {
    // Nobody pays for an empty volunteer's places, so their price may rise to what the first one costs.
    const least = load[v] === 0 ? (state.marginal[v] as number) : 0;
    volunteerPrice[v] = Math.max(price[requests + v] as number, least);
  }
}
