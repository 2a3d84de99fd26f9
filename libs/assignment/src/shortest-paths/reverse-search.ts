import type { FlowState } from './flow-state.js';
import { NONE } from './search-scratch.js';

/** Who could come to each volunteer: the pairs of volunteer `v` lie at `begin[v]` to `end[v] - 1`, in any order. */
export interface IncomingPairs {
  begin: Int32Array;
  end: Int32Array;
  request: Int32Array;
  cost: Float64Array;
}

/** Fills the free places of a volunteer, or lowers the price, until the price is no higher than the next place. */
export function settleVolunteer(state: FlowState, incoming: IncomingPairs, volunteer: number): void {
  while ((state.volunteerPrice[volunteer] as number) > (state.marginal[volunteer] as number)) {
    moveVacancy(state, incoming, volunteer);
  }
}

/**
 * One Dijkstra search against the direction of the pairs: the vacancy moves to whoever would gain least from it. It
 * ends where a price reaches the cost of the place, or at a request so far unmatched. Prices fall.
 */
function moveVacancy(state: FlowState, incoming: IncomingPairs, volunteer: number): void {
  const { scratch } = state;
  const epoch = scratch.begin();
  scratch.stamp[volunteer] = epoch;
  scratch.distance[volunteer] = 0;
  scratch.heap.push(volunteer);
  const slack = (state.volunteerPrice[volunteer] as number) - (state.marginal[volunteer] as number);
  scratch.exit.leaving(slack, NONE);
  scratch.exit.volunteer = volunteer;
  lowerPrices(state, settleSources(state, incoming, volunteer));
  fillBackwards(state, volunteer);
}

function settleSources(state: FlowState, incoming: IncomingPairs, start: number): number {
  const { volunteerPrice } = state;
  const { heap, distance, settled, exit } = state.scratch;
  let count = 0;
  while (heap.size > 0) {
    const v = heap.pop();
    const base = distance[v] as number;
    if (base >= exit.distance) break;
    settled[count++] = v;
    const yielding = base + (volunteerPrice[v] as number) - state.lastPlace(v);
    if (v !== start && yielding < exit.distance) {
      exit.leaving(yielding, NONE);
      exit.volunteer = v;
    }
    relaxIncoming(state, incoming, v, base);
  }
  return count;
}

/** Offers the present volunteers of all who could come to `volunteer` their distance. */
function relaxIncoming(state: FlowState, incoming: IncomingPairs, volunteer: number, base: number): void {
  const { requestPrice, mate } = state;
  const { stamp, distance, via, from, heap, epoch, exit } = state.scratch;
  const { request, cost } = incoming;
  const start = base + (state.volunteerPrice[volunteer] as number);
  for (let k = incoming.begin[volunteer] as number, end = incoming.end[volunteer] as number; k < end; k++) {
    const r = request[k] as number;
    const d = start + (cost[k] as number) - (requestPrice[r] as number);
    if (d >= exit.distance) continue;
    const w = mate[r] as number;
    if (w === volunteer) continue;
    if (w < 0) {
      exit.leaving(d, r);
      exit.volunteer = volunteer;
      continue;
    }
    const known = stamp[w] === epoch;
    if (known && d >= (distance[w] as number)) continue;
    stamp[w] = epoch;
    distance[w] = d;
    via[w] = r;
    from[w] = volunteer;
    if (known) heap.decrease(w);
    else heap.push(w);
  }
}

function lowerPrices(state: FlowState, settledCount: number): void {
  const { volunteerPrice, requestPrice, first, next } = state;
  const { distance, settled, exit } = state.scratch;
  for (let i = 0; i < settledCount; i++) {
    const v = settled[i] as number;
    const fall = exit.distance - (distance[v] as number);
    if (fall <= 0) continue;
    volunteerPrice[v] = (volunteerPrice[v] as number) - fall;
    for (let r = first[v] as number; r !== NONE; r = next[r] as number) {
      requestPrice[r] = (requestPrice[r] as number) - fall;
    }
  }
}

/** Moves everybody on the path to the volunteer whose search reached them; the vacancy ends up at the exit. */
function fillBackwards(state: FlowState, start: number): void {
  const { via, from, exit } = state.scratch;
  let vacant = exit.volunteer;
  const incomer = exit.request;
  while (vacant !== start) {
    const r = via[vacant] as number;
    const target = from[vacant] as number;
    state.unplace(r);
    state.place(r, target);
    vacant = target;
  }
  if (incomer !== NONE) state.place(incomer, exit.volunteer);
}
