import { chooseEngine, solve } from '../assign.js';
import { type Problem, UNMATCHED } from '../problem.js';
import { type FlowState, PENDING } from '../shortest-paths/flow-state.js';
import { insertRequest } from '../shortest-paths/forward-search.js';
import { readWhole } from '../shortest-paths/lazy-rows.js';
import { settleVolunteer } from '../shortest-paths/reverse-search.js';
import { changeCapacity } from './capacity-change.js';
import { IncomingLists } from './incoming-lists.js';
import type { NewRequest } from './new-request.js';
import { RowStore } from './row-store.js';
import { withSpareRequests } from './spare-requests.js';

/** A solved problem with room for a quarter more requests, and the moves that keep it optimal. It checks nothing. */
export class LiveOptimum {
  readonly state: FlowState;
  private readonly rows: RowStore;
  private readonly incoming: IncomingLists;

  /** @throws RangeError where the problem is malformed (see `assign`) */
  constructor(problem: Problem) {
    this.state = solve(withSpareRequests(problem, 64 + (problem.requests >> 2)), chooseEngine(problem));
    for (let r = 0; r < this.state.mate.length; r++) readWhole(this.state.rows, r);
    this.rows = new RowStore(this.state.rows);
    this.incoming = new IncomingLists(this.state);
  }

  placesOf(volunteer: number): number {
    return this.state.capacity[volunteer] as number;
  }

  setPlaces(volunteer: number, places: number): void {
    changeCapacity(this.state, this.incoming, { volunteer, places });
  }

  /** Takes a request in at an index that has none. */
  insert(index: number, request: NewRequest): void {
    const { state, incoming } = this;
    const { volunteers, costs } = request;
    state.penalty[index] = request.unmatchedPenalty;
    state.mate[index] = PENDING;
    this.rows.write(index, request);
    for (let k = 0; k < volunteers.length; k++) {
      incoming.add(volunteers[k] as number, index, (costs[k] as number) + state.offset);
    }
    insertRequest(state, index);
  }

  /** Takes a request out; whoever gains most from its place gets it. */
  remove(request: number): void {
    const { state } = this;
    const volunteer = state.mate[request] as number;
    if (volunteer >= 0) state.unplace(request);
    this.forget(request);
    if (volunteer >= 0) settleVolunteer(state, this.incoming, volunteer);
  }

  removePair(request: number, volunteer: number): void {
    const { state, incoming } = this;
    if (!this.rows.removePair(request, volunteer)) return;
    incoming.remove(volunteer, request);
    if (state.mate[request] !== volunteer) return;
    state.unplace(request);
    insertRequest(state, request);
    settleVolunteer(state, incoming, volunteer);
  }

  /** Takes a matched request out together with its place: so all prices stay as they are. */
  removeWithPlace(request: number, volunteer: number): void {
    const { state } = this;
    const places = this.placesOf(volunteer) - 1;
    state.unplace(request);
    this.forget(request);
    state.capacity[volunteer] = places;
    if (places === 0) state.volunteerPrice[volunteer] = Infinity;
  }

  /** Takes all traces of a request that has no volunteer out of the state. */
  private forget(request: number): void {
    const { state, incoming } = this;
    const { column, begin, end } = state.rows;
    for (let e = begin[request] as number; e < (end[request] as number); e++) {
      incoming.remove(column[e] as number, request);
    }
    this.rows.clear(request);
    state.mate[request] = UNMATCHED;
    state.penalty[request] = 0;
    state.requestPrice[request] = 0;
  }
}
