import type { FlowState } from '../shortest-paths/flow-state.js';
import { evictOne, insertRequest } from '../shortest-paths/forward-search.js';
import { settleVolunteer } from '../shortest-paths/reverse-search.js';
import { NONE } from '../shortest-paths/search-scratch.js';
import type { IncomingLists } from './incoming-lists.js';

/** Gives a volunteer another number of places and restores the optimum. */
export function changeCapacity(
  state: FlowState,
  incoming: IncomingLists,
  change: { volunteer: number; places: number },
): void {
  const { volunteer: v, places } = change;
  const before = state.capacity[v] as number;
  state.capacity[v] = places;
  state.updateMarginal(v);
  if (places === 0) closeVolunteer(state, v);
  else if (before === 0) state.volunteerPrice[v] = leastPrice(state, incoming, v);
  while ((state.load[v] as number) > places) evictOne(state, v);
  settleVolunteer(state, incoming, v);
}

/** Everybody leaves at once and looks anew; the price goes out of reach, so that no search passes by. */
function closeVolunteer(state: FlowState, volunteer: number): void {
  const leaving: number[] = [];
  for (let r = state.first[volunteer] as number; r !== NONE; r = state.next[r] as number) leaving.push(r);
  for (const r of leaving) state.unplace(r);
  state.volunteerPrice[volunteer] = Infinity;
  for (const r of leaving) insertRequest(state, r);
}

/** The lowest price at which no request would rather come than stay where it is. */
function leastPrice(state: FlowState, incoming: IncomingLists, volunteer: number): number {
  let price = state.placeAt(volunteer, 0);
  for (let k = incoming.begin[volunteer] as number; k < (incoming.end[volunteer] as number); k++) {
    const worth = (state.requestPrice[incoming.request[k] as number] as number) - (incoming.cost[k] as number);
    if (worth > price) price = worth;
  }
  return price;
}
