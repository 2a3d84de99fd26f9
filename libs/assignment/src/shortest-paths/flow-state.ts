import type { Problem } from '../problem.js';
import { type LazyRows, lazyRows } from './lazy-rows.js';
import { SearchScratch } from './search-scratch.js';

/** A request that is not in the problem yet, or no longer: to be placed by the next forward search. */
export const PENDING = -2;

const NOBODY = -1;

/**
 * A partial assignment with prices that obey, for every request that is not pending: no pair is undercut
 * (cost - request price + volunteer price >= 0, and 0 where matched), the request price is at most the penalty and
 * equal to it where unmatched, and a used place costs no more than its volunteer's price.
 *
 * Place costs are shifted so that the least of them is 0 (`offset` is taken from places and added to pairs, which
 * changes no optimum): the searches rely on prices >= 0.
 */
export class FlowState {
  readonly offset: number;
  readonly rows: LazyRows;
  readonly penalty: Float64Array;
  readonly requestPrice: Float64Array;
  readonly volunteerPrice: Float64Array;
  readonly capacity: Int32Array;
  readonly load: Int32Array;
  /** What the next place of each volunteer costs; Infinity where none is left. */
  readonly marginal: Float64Array;
  /** Volunteer of each request, UNMATCHED or PENDING. */
  readonly mate: Int32Array;
  /** The requests of each volunteer: a doubly linked list, so that capacities may be of any size. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly scratch: SearchScratch;
  private readonly previous: Int32Array;
  private readonly placeStart: Int32Array | undefined;
  private readonly placeEnd: Int32Array | undefined;
  private readonly placeCost: Float64Array | undefined;

  constructor(problem: Problem) {
    const { requests, volunteers, placeCost } = problem;
    this.offset =
      placeCost === undefined
        ? 0
        : Math.min(
            0,
            placeCost.reduce((a, b) => Math.min(a, b), 0),
          );
    this.rows = lazyRows(problem, this.offset);
    this.penalty = problem.unmatchedPenalty.slice();
    this.requestPrice = new Float64Array(requests);
    this.volunteerPrice = new Float64Array(volunteers);
    this.capacity = problem.capacity.slice();
    this.load = new Int32Array(volunteers);
    this.marginal = new Float64Array(volunteers);
    this.mate = new Int32Array(requests).fill(PENDING);
    this.first = new Int32Array(volunteers).fill(NOBODY);
    this.next = new Int32Array(requests);
    this.previous = new Int32Array(requests);
    this.placeStart = problem.placeStart?.slice(0, volunteers);
    this.placeEnd = problem.placeStart?.slice(1);
    this.placeCost = problem.placeCost;
    this.scratch = new SearchScratch(volunteers);
    for (let v = 0; v < volunteers; v++) this.resetPrice(v);
  }

  get hasPlaceCosts(): boolean {
    return this.placeCost !== undefined;
  }

  /** What the (k+1)-th place of a volunteer costs. */
  placeAt(volunteer: number, k: number): number {
    if (this.placeCost === undefined || this.placeStart === undefined) return 0;
    return (this.placeCost[(this.placeStart[volunteer] as number) + k] ?? 0) - this.offset;
  }

  /** How many places of a volunteer have a cost, and so may be opened. */
  placeLimit(volunteer: number): number {
    if (this.placeStart === undefined || this.placeEnd === undefined) return 2 ** 31 - 1;
    return (this.placeEnd[volunteer] as number) - (this.placeStart[volunteer] as number);
  }

  /** Counts the first place of a volunteer as taken for good: the next one is the new first. */
  skipPlace(volunteer: number): void {
    if (this.placeStart !== undefined) this.placeStart[volunteer] = (this.placeStart[volunteer] as number) + 1;
    this.updateMarginal(volunteer);
  }

  /** What the last used place of a volunteer costs; the price may not fall below. */
  lastPlace(volunteer: number): number {
    return this.placeAt(volunteer, (this.load[volunteer] as number) - 1);
  }

  /** Gives a request that has nobody a place. */
  place(request: number, volunteer: number): void {
    const head = this.first[volunteer] as number;
    this.next[request] = head;
    this.previous[request] = NOBODY;
    if (head !== NOBODY) this.previous[head] = request;
    this.first[volunteer] = request;
    this.mate[request] = volunteer;
    this.load[volunteer] = (this.load[volunteer] as number) + 1;
    this.updateMarginal(volunteer);
  }

  /** Takes a request's place away, leaves it pending and returns the volunteer. */
  unplace(request: number): number {
    const volunteer = this.mate[request] as number;
    const before = this.previous[request] as number;
    const after = this.next[request] as number;
    if (before === NOBODY) this.first[volunteer] = after;
    else this.next[before] = after;
    if (after !== NOBODY) this.previous[after] = before;
    this.mate[request] = PENDING;
    this.load[volunteer] = (this.load[volunteer] as number) - 1;
    this.updateMarginal(volunteer);
    return volunteer;
  }

  /** Reads the marginal cost anew, after load or capacity has changed. */
  updateMarginal(volunteer: number): void {
    const load = this.load[volunteer] as number;
    this.marginal[volunteer] = load < (this.capacity[volunteer] as number) ? this.placeAt(volunteer, load) : Infinity;
  }

  /** Puts marginal and price of an empty volunteer to the first place; without a place, out of reach of every search. */
  private resetPrice(volunteer: number): void {
    this.updateMarginal(volunteer);
    this.volunteerPrice[volunteer] = this.marginal[volunteer] as number;
  }
}
