import { UNMATCHED } from '../problem.js';
import type { FlowState } from './flow-state.js';
import { continueRow } from './lazy-rows.js';
import { NONE } from './search-scratch.js';

/**
 * Brings a pending request into the optimum: a Dijkstra search over reduced costs to the cheapest end (a free place, or
 * a request that is better left unmatched), then prices rise and everybody on the path moves one on
 * (Jonker and Volgenant 1987, generalised to capacities, penalties and place costs).
 */
export function insertRequest(state: FlowState, request: number): void {
  const price = cheapest(state, request);
  state.requestPrice[request] = price;
  const { exit } = state.scratch;
  state.scratch.begin();
  exit.leaving((state.penalty[request] as number) - price, request);
  relaxRow(state, request, 0);
  const settled = settleNearest(state);
  raisePrices(state, settled);
  state.requestPrice[request] = price + exit.distance;
  if (exit.volunteer === NONE && exit.request === request) state.mate[request] = UNMATCHED;
  else shiftAlongPath(state, request);
}

/**
 * Takes one used place away from a volunteer whose load is above the capacity: as if a request came that only this
 * volunteer could serve.
 */
export function evictOne(state: FlowState, volunteer: number): void {
  const { scratch } = state;
  const epoch = scratch.begin();
  scratch.exit.leaving(Infinity, NONE);
  scratch.stamp[volunteer] = epoch;
  scratch.distance[volunteer] = 0;
  scratch.via[volunteer] = NONE;
  scratch.heap.push(volunteer);
  raisePrices(state, settleNearest(state));
  shiftAlongPath(state, NONE);
}

/** The least a request has to pay at the present prices. */
function cheapest(state: FlowState, request: number): number {
  const { rows, volunteerPrice } = state;
  const { column, cost } = rows;
  let least = state.penalty[request] as number;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) return least;
      e = continueRow(rows, request, e);
      sorted = rows.sorted[request] as number;
    }
    const c = cost[e] as number;
    if (c >= least) return least;
    const total = c + (volunteerPrice[column[e] as number] as number);
    if (total < least) least = total;
  }
}

/** Settles volunteers by rising distance until none is nearer than the exit; returns how many. */
function settleNearest(state: FlowState): number {
  const { penalty, requestPrice, first, next } = state;
  const { heap, distance, settled, exit } = state.scratch;
  let count = 0;
  while (heap.size > 0) {
    const v = heap.pop();
    const base = distance[v] as number;
    if (base >= exit.distance) break;
    settled[count++] = v;
    for (let r = first[v] as number; r !== NONE; r = next[r] as number) {
      const leave = (penalty[r] as number) - (requestPrice[r] as number) + base;
      if (leave < exit.distance) exit.leaving(leave, r);
      relaxRow(state, r, base);
    }
  }
  return count;
}

/** Offers the volunteers of one row their distance over it. */
function relaxRow(state: FlowState, request: number, base: number): void {
  const { rows, volunteerPrice, marginal, scratch } = state;
  const { column, cost } = rows;
  const { stamp, distance, via, heap, epoch, exit } = scratch;
  const start = base - (state.requestPrice[request] as number);
  let bound = exit.distance;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) return;
      e = continueRow(rows, request, e);
      sorted = rows.sorted[request] as number;
    }
    const reach = start + (cost[e] as number);
    if (reach >= bound) return;
    const v = column[e] as number;
    const price = volunteerPrice[v] as number;
    const d = reach + price;
    if (d >= bound) continue;
    const known = stamp[v] === epoch;
    if (known && d >= (distance[v] as number)) continue;
    stamp[v] = epoch;
    distance[v] = d;
    via[v] = request;
    // Until vacancies are refilled, a price may exceed the next place: that place is as near as the volunteer.
    const next = marginal[v] as number;
    const toPlace = next > price ? next - price : 0;
    if (d + toPlace < bound) {
      bound = d + toPlace;
      exit.taking(bound, v);
    }
    if (toPlace === 0) continue;
    if (known) heap.decrease(v);
    else heap.push(v);
  }
}

function raisePrices(state: FlowState, settledCount: number): void {
  const { volunteerPrice, requestPrice, first, next } = state;
  const { distance, settled, exit } = state.scratch;
  for (let i = 0; i < settledCount; i++) {
    const v = settled[i] as number;
    const rise = exit.distance - (distance[v] as number);
    if (rise <= 0) continue;
    volunteerPrice[v] = (volunteerPrice[v] as number) + rise;
    for (let r = first[v] as number; r !== NONE; r = next[r] as number) {
      requestPrice[r] = (requestPrice[r] as number) + rise;
    }
  }
}

/** Everybody on the path takes the place that becomes free, back to the start. */
function shiftAlongPath(state: FlowState, start: number): void {
  const { via, exit } = state.scratch;
  let free = exit.volunteer;
  if (free === NONE) {
    free = state.unplace(exit.request);
    state.mate[exit.request] = UNMATCHED;
  }
  for (let r = via[free] as number; r !== NONE; r = via[free] as number) {
    const left = r === start ? NONE : state.unplace(r);
    state.place(r, free);
    if (left === NONE) return;
    free = left;
  }
}
