import type { CostRange } from '../check-problem.js';
import type { FlowState } from './flow-state.js';
import { continueRow } from './lazy-rows.js';
import { NONE } from './search-scratch.js';

/** How an auction is run. */
export interface AuctionTerms {
  /** What a bid exceeds the second-best offer by. */
  readonly step: number;
  /** A request retires where even its best offer is dearer. */
  readonly retireAt: number;
  /** Ends a price war. */
  readonly maxBids: number;
  /** How many requests may bid, those with the highest penalties; all where undefined. */
  readonly bidders?: number;
}

/** Terms that suit the costs of a problem: steps fine enough that matches stay the best once prices are rounded. */
export function auctionTerms(state: FlowState, { least, greatest }: CostRange): AuctionTerms {
  const spread = greatest - least;
  return {
    step: Math.max(1 / 64, spread / 65536),
    retireAt: greatest + state.offset + spread / 2,
    maxBids: 20 * state.mate.length,
  };
}

/** Terms for a first tree: prices need only be roughly right, and a war over too few places should end soon. */
export function coarseTerms(state: FlowState, { least, greatest }: CostRange): AuctionTerms {
  const requests = state.mate.length;
  const places = state.capacity.reduce((sum, places) => sum + places, 0);
  const scarce = places < 0.8 * requests;
  const spread = greatest - least;
  return {
    step: Math.max(1, scarce ? spread / 16 : spread / 256),
    retireAt: greatest + state.offset,
    maxBids: (scarce ? 4 : 40) * requests,
    // With too few places, coverage goes to the highest penalties: the others need not drive prices up first.
    ...(scarce ? { bidders: places } : {}),
  };
}

/**
 * Forward auction from the prices of empty volunteers (Bertsekas 1979; with capacities, Bertsekas and Castanon 1989):
 * every request bids for its best offer, and a full volunteer drops the lowest bid. The matches are only nearly
 * optimal; `adoptPrices` makes them an exact start for the searches.
 */
export function auction(state: FlowState, terms: AuctionTerms): void {
  const floor = new AuctionFloor(state);
  const requests = state.mate.length;
  const queue = new Int32Array(requests);
  for (let r = 0; r < requests; r++) queue[r] = r;
  let head = 0;
  let waiting = requests;
  if (terms.bidders !== undefined && terms.bidders < requests) {
    const { penalty } = state;
    queue.sort((a, b) => (penalty[b] as number) - (penalty[a] as number) || a - b);
    waiting = terms.bidders;
  }
  for (let bids = 0; waiting > 0 && bids < terms.maxBids; bids++) {
    const r = queue[head] as number;
    head = head + 1 === requests ? 0 : head + 1;
    waiting--;
    const outbid = floor.offer(r, terms);
    if (outbid === NONE) continue;
    const tail = head + waiting++;
    queue[tail < requests ? tail : tail - requests] = outbid;
  }
  floor.award();
}

/** Who holds a place for which bid; the bidders of each volunteer are a list by rising bid. */
class AuctionFloor {
  private readonly bid: Float64Array;
  private readonly next: Int32Array;
  private readonly lowest: Int32Array;
  /** Places of each volunteer nobody has bid for. */
  private readonly free: Int32Array;

  constructor(private readonly state: FlowState) {
    this.bid = new Float64Array(state.mate.length);
    this.next = new Int32Array(state.mate.length);
    this.lowest = new Int32Array(state.capacity.length).fill(NONE);
    this.free = state.capacity.slice();
  }

  /** Gives every place to whoever bids for it. */
  award(): void {
    const { lowest, next, state } = this;
    for (let v = 0; v < lowest.length; v++) {
      for (let r = lowest[v] as number; r !== NONE; r = next[r] as number) state.place(r, v);
    }
  }

  /** Lets a request bid for its best offer; returns the request that loses its place by it, or NONE. */
  offer(request: number, { step, retireAt }: AuctionTerms): number {
    const { rows, volunteerPrice } = this.state;
    const { column, cost } = rows;
    let best = retireAt;
    let second = retireAt;
    let volunteer = NONE;
    let sorted = rows.sorted[request] as number;
    for (let e = rows.begin[request] as number; ; e++) {
      if (e === sorted) {
        if (e === rows.end[request]) break;
        e = continueRow(rows, request, e);
        sorted = rows.sorted[request] as number;
      }
      const c = cost[e] as number;
      if (c >= second) break;
      const v = column[e] as number;
      const total = c + (volunteerPrice[v] as number);
      if (total >= second) continue;
      if (total >= best) {
        second = total;
        continue;
      }
      second = best;
      best = total;
      volunteer = v;
    }
    if (volunteer === NONE) return NONE;
    return this.bidFor(volunteer, request, (volunteerPrice[volunteer] as number) + (second - best) + step);
  }

  private bidFor(volunteer: number, request: number, amount: number): number {
    const { bid, lowest, next, free, state } = this;
    const left = free[volunteer] as number;
    let head = lowest[volunteer] as number;
    let outbid = NONE;
    if (left > 0) free[volunteer] = left - 1;
    else {
      outbid = head;
      head = next[outbid] as number;
    }
    bid[request] = amount;
    if (head === NONE || (bid[head] as number) >= amount) {
      next[request] = head;
      head = request;
    } else this.insertBehind(head, request, amount);
    lowest[volunteer] = head;
    // The lowest bid once all places are taken, before that what the next place costs.
    if (left <= 1) state.volunteerPrice[volunteer] = bid[head] as number;
    else if (state.hasPlaceCosts) state.volunteerPrice[volunteer] = this.nextPlace(volunteer, left - 1);
    return outbid;
  }

  private insertBehind(head: number, request: number, amount: number): void {
    const { bid, next } = this;
    let before = head;
    let after = next[before] as number;
    while (after !== NONE && (bid[after] as number) < amount) {
      before = after;
      after = next[after] as number;
    }
    next[request] = after;
    next[before] = request;
  }

  private nextPlace(volunteer: number, left: number): number {
    return this.state.placeAt(volunteer, (this.state.capacity[volunteer] as number) - left);
  }
}
