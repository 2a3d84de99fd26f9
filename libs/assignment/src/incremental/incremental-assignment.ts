import { chooseEngine, solve } from '../assign.js';
import { type Problem, UNMATCHED } from '../problem.js';
import { type FlowState, PENDING } from '../shortest-paths/flow-state.js';
import { insertRequest } from '../shortest-paths/forward-search.js';
import { readWhole } from '../shortest-paths/lazy-rows.js';
import { settleVolunteer } from '../shortest-paths/reverse-search.js';
import { changeCapacity } from './capacity-change.js';
import { IncomingLists } from './incoming-lists.js';
import { checkRequest, checkVolunteer, type NewRequest } from './new-request.js';
import { emptyRow, removePair, writeRow } from './row-store.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';
import { withSpareRequests } from './spare-requests.js';

/** A penalty above every other, to place a request where people want it. */
const AT_ANY_PRICE = 2 ** 51 - 1;

/** Solves a problem with room for a quarter more requests, and reads all its rows. */
function solveWithRoom(problem: Problem): FlowState {
  const state = solve(withSpareRequests(problem, 64 + (problem.requests >> 2)), chooseEngine(problem));
  for (let r = 0; r < state.mate.length; r++) readWhole(state.rows, r);
  return state;
}

/**
 * An optimum that follows events: after each of them the assignment is again optimal and its prices prove it, at the
 * cost of one or a few path searches instead of a new solution.
 *
 * Requests keep their index while they are there; the index of one that has gone is given to a later arrival.
 * Volunteers are fixed: who joins or leaves for good means a new instance.
 */
export class IncrementalAssignment {
  private state: FlowState;
  private incoming: IncomingLists;
  private readonly present: boolean[];
  private readonly free: number[] = [];
  /** Places of paused volunteers. */
  private readonly paused = new Map<number, number>();

  /** @throws RangeError where the problem is malformed (see `assign`) */
  constructor(problem: Problem) {
    this.present = Array.from({ length: problem.requests }, () => true);
    this.state = solveWithRoom(problem);
    this.incoming = new IncomingLists(this.state);
  }

  /** Volunteer who is to take a request, or UNMATCHED. */
  volunteerOf(request: number): number {
    this.checkPresent(request);
    return this.state.mate[request] as number;
  }

  /** A request arrives; returns its index. */
  arrive(request: NewRequest): number {
    checkRequest(request, this.state.load.length);
    const index = this.free.pop() ?? this.present.length;
    if (index === this.state.mate.length) {
      // A quarter more requests than at the start: so rare that solving anew is the simplest way to more room.
      this.state = solveWithRoom(this.snapshot().problem);
      this.incoming = new IncomingLists(this.state);
    }
    this.present[index] = true;
    this.insert(index, request);
    return index;
  }

  /** A request is no longer there. */
  withdraw(request: number): void {
    this.checkPresent(request);
    this.remove(request);
    this.release(request);
  }

  /** A request changes what it needs, how urgent it is, or both. */
  change(request: number, into: NewRequest): void {
    this.checkPresent(request);
    checkRequest(into, this.state.load.length);
    this.remove(request);
    this.insert(request, into);
  }

  /** A volunteer has another number of places, confirmed placements not counted. While paused, it holds for later. */
  setCapacity(volunteer: number, places: number): void {
    checkVolunteer('volunteer', volunteer, this.state.load.length);
    if (!Number.isInteger(places) || places < 0 || places > this.state.placeLimit(volunteer)) {
      throw new RangeError(`places is ${places}, expected 0 to ${this.state.placeLimit(volunteer)}`);
    }
    if (this.paused.has(volunteer)) this.paused.set(volunteer, places);
    else changeCapacity(this.state, this.incoming, { volunteer, places });
  }

  /** A volunteer takes nobody for now. Pausing twice changes nothing. */
  pause(volunteer: number): void {
    checkVolunteer('volunteer', volunteer, this.state.load.length);
    if (this.paused.has(volunteer)) return;
    const places = this.placesOf(volunteer);
    changeCapacity(this.state, this.incoming, { volunteer, places: 0 });
    this.paused.set(volunteer, places);
  }

  /** A paused volunteer has the former places again. Resuming without a pause changes nothing. */
  resume(volunteer: number): void {
    const places = this.paused.get(volunteer);
    if (places === undefined) return;
    this.paused.delete(volunteer);
    changeCapacity(this.state, this.incoming, { volunteer, places });
  }

  /** A pair is out of the question. Rejecting what is no pair changes nothing. */
  reject(request: number, volunteer: number): void {
    this.checkPresent(request);
    const { state, incoming } = this;
    if (!removePair(state.rows, request, volunteer)) return;
    incoming.remove(volunteer, request);
    if (state.mate[request] !== volunteer) return;
    state.unplace(request);
    insertRequest(state, request);
    settleVolunteer(state, incoming, volunteer);
  }

  /**
   * A placement is settled: the request is no longer open and the volunteer has one place less, the cheapest.
   *
   * @throws RangeError where the volunteer has no place
   */
  confirm(request: number, volunteer: number): void {
    this.checkPresent(request);
    checkVolunteer('volunteer', volunteer, this.state.load.length);
    const { state, paused } = this;
    const places = paused.get(volunteer) ?? this.placesOf(volunteer);
    if (places === 0) throw new RangeError(`volunteer ${volunteer} has no place left`);
    if (paused.has(volunteer)) {
      this.remove(request);
      paused.set(volunteer, places - 1);
    } else {
      if (state.mate[request] !== volunteer) {
        this.remove(request);
        this.insert(request, { volunteers: [volunteer], costs: [0], unmatchedPenalty: AT_ANY_PRICE });
      }
      // The place leaves together with the request, so all prices stay as they are.
      state.unplace(request);
      this.forget(request);
      state.capacity[volunteer] = places - 1;
      if (places === 1) state.volunteerPrice[volunteer] = Infinity;
    }
    state.skipPlace(volunteer);
    this.release(request);
  }

  /** The problem as it stands and its optimum with the proof; both are copies. Requests that have gone cost nothing. */
  snapshot(): Snapshot {
    return takeSnapshot(this.state, this.present.length);
  }

  private insert(index: number, request: NewRequest): void {
    const { state, incoming } = this;
    const { volunteers, costs } = request;
    state.penalty[index] = request.unmatchedPenalty;
    state.mate[index] = PENDING;
    writeRow(state.rows, index, request);
    for (let k = 0; k < volunteers.length; k++) {
      incoming.add(volunteers[k] as number, index, (costs[k] as number) + state.offset);
    }
    insertRequest(state, index);
  }

  private remove(request: number): void {
    const { state } = this;
    const volunteer = state.mate[request] as number;
    if (volunteer >= 0) state.unplace(request);
    this.forget(request);
    if (volunteer >= 0) settleVolunteer(state, this.incoming, volunteer);
  }

  /** Takes all traces of a request that has no volunteer out of the state. */
  private forget(request: number): void {
    const { state, incoming } = this;
    const { rows } = state;
    for (let e = rows.begin[request] as number; e < (rows.end[request] as number); e++) {
      incoming.remove(rows.column[e] as number, request);
    }
    emptyRow(rows, request);
    state.mate[request] = UNMATCHED;
    state.penalty[request] = 0;
    state.requestPrice[request] = 0;
  }

  private release(request: number): void {
    this.present[request] = false;
    this.free.push(request);
  }

  private placesOf(volunteer: number): number {
    return this.state.capacity[volunteer] as number;
  }

  private checkPresent(request: number): void {
    if (this.present[request] !== true) throw new RangeError(`request ${request} is not there`);
  }
}
