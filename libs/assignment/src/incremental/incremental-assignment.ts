import type { Problem } from '../problem.js';
import { LiveOptimum } from './live-optimum.js';
import { checkRequest, checkVolunteer, type NewRequest } from './new-request.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';

/** A penalty above every other, to place a request where people want it. */
const AT_ANY_PRICE = 2 ** 51 - 1;

/**
 * An optimum that follows events: after each of them the assignment is again optimal and its prices prove it, at the
 * cost of one or a few path searches instead of a new solution.
 *
 * Requests keep their index while they are there; the index of one that has gone is given to a later arrival.
 * Volunteers are fixed: who joins or leaves for good means a new instance.
 */
export class IncrementalAssignment {
  private live: LiveOptimum;
  private readonly present: boolean[];
  private readonly free: number[] = [];
  /** Places of paused volunteers. */
  private readonly paused = new Map<number, number>();

  /** @throws RangeError where the problem is malformed (see `assign`) */
  constructor(problem: Problem) {
    this.present = Array.from({ length: problem.requests }, () => true);
    this.live = new LiveOptimum(problem);
  }

  /** Volunteer who is to take a request, or UNMATCHED. */
  volunteerOf(request: number): number {
    this.checkPresent(request);
    return this.live.state.mate[request] as number;
  }

  /** A request arrives; returns its index. */
  arrive(request: NewRequest): number {
    checkRequest(request, this.live.state.load.length);
    const index = this.free.pop() ?? this.present.length;
    if (index === this.live.state.mate.length) {
      // A quarter more requests than at the start: so rare that solving anew is the simplest way to more room.
      this.live = new LiveOptimum(this.snapshot().problem);
    }
    this.present[index] = true;
    this.live.insert(index, request);
    return index;
  }

  /** A request is no longer there. */
  withdraw(request: number): void {
    this.checkPresent(request);
    this.live.remove(request);
    this.release(request);
  }

  /** A request changes what it needs, how urgent it is, or both. */
  change(request: number, into: NewRequest): void {
    this.checkPresent(request);
    checkRequest(into, this.live.state.load.length);
    this.live.remove(request);
    this.live.insert(request, into);
  }

  /** A volunteer has another number of places, confirmed placements not counted. While paused, it holds for later. */
  setCapacity(volunteer: number, places: number): void {
    checkVolunteer('volunteer', volunteer, this.live.state.load.length);
    if (!Number.isInteger(places) || places < 0 || places > this.live.state.placeLimit(volunteer)) {
      throw new RangeError(`places is ${places}, expected 0 to ${this.live.state.placeLimit(volunteer)}`);
    }
    if (this.paused.has(volunteer)) this.paused.set(volunteer, places);
    else this.live.setPlaces(volunteer, places);
  }

  /** A volunteer takes nobody for now. Pausing twice changes nothing. */
  pause(volunteer: number): void {
    checkVolunteer('volunteer', volunteer, this.live.state.load.length);
    if (this.paused.has(volunteer)) return;
    const places = this.live.placesOf(volunteer);
    this.live.setPlaces(volunteer, 0);
    this.paused.set(volunteer, places);
  }

  /** A paused volunteer has the former places again. Resuming without a pause changes nothing. */
  resume(volunteer: number): void {
    const places = this.paused.get(volunteer);
    if (places === undefined) return;
    this.paused.delete(volunteer);
    this.live.setPlaces(volunteer, places);
  }

  /** A pair is out of the question. Rejecting what is no pair changes nothing. */
  reject(request: number, volunteer: number): void {
    this.checkPresent(request);
    this.live.removePair(request, volunteer);
  }

  /**
   * A placement is settled: the request is no longer open and the volunteer has one place less, the cheapest.
   *
   * @throws RangeError where the volunteer has no place
   */
  confirm(request: number, volunteer: number): void {
    this.checkPresent(request);
    checkVolunteer('volunteer', volunteer, this.live.state.load.length);
    const { live, paused } = this;
    const places = paused.get(volunteer) ?? live.placesOf(volunteer);
    if (places === 0) throw new RangeError(`volunteer ${volunteer} has no place left`);
    if (paused.has(volunteer)) {
      live.remove(request);
      paused.set(volunteer, places - 1);
    } else {
      if (live.state.mate[request] !== volunteer) {
        live.remove(request);
        live.insert(request, { volunteers: [volunteer], costs: [0], unmatchedPenalty: AT_ANY_PRICE });
      }
      live.removeWithPlace(request, volunteer);
    }
    live.state.skipPlace(volunteer);
    this.release(request);
  }

  /** The problem as it stands and its optimum with the proof; both are copies. Requests that have gone cost nothing. */
  snapshot(): Snapshot {
    return takeSnapshot(this.live.state, this.present.length);
  }

  private release(request: number): void {
    this.present[request] = false;
    this.free.push(request);
  }

  private checkPresent(request: number): void {
    if (this.present[request] !== true) throw new RangeError(`request ${request} is not there`);
  }
}
