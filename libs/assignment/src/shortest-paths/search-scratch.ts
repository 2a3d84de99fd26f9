import { VolunteerHeap } from './volunteer-heap.js';

/** No volunteer, no request. */
export const NONE = -1;

/** Where a search has found its cheapest end so far. */
export class Exit {
  distance = 0;
  /** The place it ends in, or NONE where it ends at a request only. */
  volunteer = NONE;
  request = NONE;

  /** Ends with a request left unmatched. */
  leaving(distance: number, request: number): void {
    this.distance = distance;
    this.volunteer = NONE;
    this.request = request;
  }

  /** Ends in a free place. */
  taking(distance: number, volunteer: number): void {
    this.distance = distance;
    this.volunteer = volunteer;
  }
}

/** Working memory of the searches, reused: a stamp of another epoch means "not reached", so nothing is ever cleared. */
export class SearchScratch {
  epoch = 0;
  readonly exit = new Exit();
  readonly stamp: Int32Array;
  readonly distance: Float64Array;
  /** Request over which a volunteer was reached. */
  readonly via: Int32Array;
  /** Volunteer from which a volunteer was reached (reverse search only). */
  readonly from: Int32Array;
  /** Volunteers whose distance is final, in that order. */
  readonly settled: Int32Array;
  readonly heap: VolunteerHeap;

  constructor(volunteers: number) {
    this.stamp = new Int32Array(volunteers);
    this.distance = new Float64Array(volunteers);
    this.via = new Int32Array(volunteers);
    this.from = new Int32Array(volunteers);
    this.settled = new Int32Array(volunteers);
    this.heap = new VolunteerHeap(volunteers, this.distance);
  }

  /** Starts a new search and returns its epoch. */
  begin(): number {
    this.heap.size = 0;
    return ++this.epoch;
  }
}
