import type { CostRange } from '../check-problem.js';
import type { Problem } from '../problem.js';
import { adoptPrices } from './adopt-prices.js';
import { auction, auctionTerms } from './auction.js';
import { FlowState, PENDING } from './flow-state.js';
import { insertRequest } from './forward-search.js';
import { incomingPairs } from './incoming-pairs.js';
import { settleVolunteer } from './reverse-search.js';

/**
 * Successive shortest paths: an auction gives nearly optimal prices, forward searches place who is left, reverse
 * searches refill the places the auction had priced too high. Best where places are not much scarcer than requests.
 */
export function solveByShortestPaths(problem: Problem, range: CostRange): FlowState {
  const state = new FlowState(problem);
  auction(state, auctionTerms(state, range));
  adoptPrices(state);
  const { mate } = state;
  for (let r = 0; r < mate.length; r++) if (mate[r] === PENDING) insertRequest(state, r);
  refillVacancies(state);
  return state;
}

function refillVacancies(state: FlowState): void {
  const { volunteerPrice, marginal } = state;
  let reach = 0;
  for (let v = 0; v < marginal.length; v++) {
    const excess = (volunteerPrice[v] as number) - (marginal[v] as number);
    if (excess > reach) reach = excess;
  }
  if (reach === 0) return;
  const incoming = incomingPairs(state, reach);
  for (let v = 0; v < marginal.length; v++) settleVolunteer(state, incoming, v);
}
