import type { FlowState } from './flow-state.js';
import { extendOrder } from './lazy-rows.js';
import { NONE } from './search-scratch.js';

/** How an auction is run. */
export interface AuctionTerms {
  /** What a bid exceeds the second-best offer by. */
  readonly step: number;
  /** A request retires where even its best offer is dearer. */
  readonly retireAt: number;
  /** Ends a price war. */
  readonly maxBids: number;
}

/**
 * Forward auction from the prices of empty volunteers (Bertsekas 1979, with capacities as in Bertsekas and Castanon
 * 1989): everybody bids for the best offer, the lowest bid of a full volunteer is outbid. The result is only nearly
 * optimal; `adoptPrices` makes it an exact start for the searches.
 */
export function auction(state: FlowState, terms: AuctionTerms): void {
  const { mate, load, marginal, volunteerPrice } = state;
  const requests = mate.length;
  const bid = new Float64Array(requests);
  const queue = new Int32Array(requests);
  for (let r = 0; r < requests; r++) queue[r] = r;
  let head = 0;
  let waiting = requests;
  for (let bids = 0; waiting > 0 && bids < terms.maxBids; bids++) {
    const r = queue[head] as number;
    head = head + 1 === requests ? 0 : head + 1;
    waiting--;
    const offer = bestOffer(state, r, terms.retireAt);
    const v = offer.volunteer;
    if (v === NONE) continue;
    bid[r] = offer.price + terms.step;
    if (marginal[v] === Infinity) {
      const outbid = lowestBidder(state, bid, v);
      state.unplace(outbid);
      const tail = head + waiting;
      queue[tail < requests ? tail : tail - requests] = outbid;
      waiting++;
    }
    state.place(r, v);
    if (marginal[v] !== Infinity) volunteerPrice[v] = marginal[v] as number;
    else volunteerPrice[v] = load[v] === 1 ? bid[r] : (bid[lowestBidder(state, bid, v)] as number);
  }
}

/** The best volunteer for a request and the price at which the second best would be as good. */
const offer = { volunteer: NONE, price: 0 };

function bestOffer(state: FlowState, request: number, retireAt: number): typeof offer {
  const { rows, volunteerPrice } = state;
  const { column, cost } = rows;
  let best = retireAt;
  let second = retireAt;
  let sorted = rows.sorted[request] as number;
  offer.volunteer = NONE;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) break;
      sorted = extendOrder(rows, request);
    }
    const c = cost[e] as number;
    if (c >= second) break;
    const v = column[e] as number;
    const total = c + (volunteerPrice[v] as number);
    if (total < best) {
      second = best;
      best = total;
      offer.volunteer = v;
      offer.price = -c;
    } else if (total < second) second = total;
  }
  offer.price += second;
  return offer;
}

function lowestBidder(state: FlowState, bid: Float64Array, volunteer: number): number {
  const { first, next } = state;
  let lowest = first[volunteer] as number;
  for (let r = next[lowest] as number; r !== NONE; r = next[r] as number) {
    if ((bid[r] as number) < (bid[lowest] as number)) lowest = r;
  }
  return lowest;
}
