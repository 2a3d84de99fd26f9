import { type Assignment, type Problem, UNMATCHED } from '../problem.js';
import { VolunteerHeap } from '../shortest-paths/volunteer-heap.js';

const NONE = -1;

/** Who else could move where, and at what cost: what a solved problem leaves open, as the explanations walk it. */
export class ResidualGraph {
  readonly load: Int32Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly distance: Float64Array;
  private readonly heap: VolunteerHeap;
  private readonly known: Uint8Array;
  private slacks: Float64Array | undefined;

  constructor(
    readonly problem: Problem,
    readonly assignment: Assignment,
  ) {
    const { requests, volunteers } = problem;
    this.load = new Int32Array(volunteers);
    this.first = new Int32Array(volunteers).fill(NONE);
    this.next = new Int32Array(requests);
    this.distance = new Float64Array(volunteers);
    this.heap = new VolunteerHeap(volunteers, this.distance);
    this.known = new Uint8Array(volunteers);
    for (let r = 0; r < requests; r++) {
      const v = assignment.volunteerOf[r] as number;
      if (v === UNMATCHED) continue;
      this.load[v] = (this.load[v] as number) + 1;
      this.next[r] = this.first[v] as number;
      this.first[v] = r;
    }
  }

  /** What the (k+1)-th place of a volunteer costs; beyond the costs given, the same as the last. */
  placeAt(volunteer: number, k: number): number {
    const { placeStart, placeCost } = this.problem;
    if (placeStart === undefined || placeCost === undefined) return 0;
    const start = placeStart[volunteer] as number;
    const last = (placeStart[volunteer + 1] as number) - 1;
    return placeCost[Math.min(start + k, last)] ?? 0;
  }

  /** How much dearer a pair is than what its request pays; 0 for a matched pair. */
  reducedCost(request: number, pair: number): number {
    const { column, cost } = this.problem;
    const { requestPrice, volunteerPrice } = this.assignment;
    const price = volunteerPrice[column[pair] as number] as number;
    return (cost[pair] as number) - (requestPrice[request] as number) + price;
  }

  /** How much dearer leaving a request unmatched would be than what it pays. */
  leavingCost(request: number): number {
    return (this.problem.unmatchedPenalty[request] as number) - (this.assignment.requestPrice[request] as number);
  }

  /**
   * By how much each volunteer's price can fall with the proof still holding. One search for all: prices are tied to
   * requests that are unmatched, to places in use, and over matched requests to each other.
   */
  slack(): Float64Array {
    if (this.slacks !== undefined) return this.slacks;
    this.reset();
    const { problem, assignment, load } = this;
    for (let v = 0; v < problem.volunteers; v++) {
      const floor = this.placeAt(v, Math.max(0, (load[v] as number) - 1));
      this.reach(v, Math.max(0, (assignment.volunteerPrice[v] as number) - floor));
    }
    for (let r = 0; r < problem.requests; r++) if (assignment.volunteerOf[r] === UNMATCHED) this.spread(r, 0);
    for (let v = this.nearest(); v !== NONE; v = this.nearest()) {
      const base = this.distance[v] as number;
      for (let r = this.first[v] as number; r !== NONE; r = this.next[r] as number) this.spread(r, base);
    }
    this.slacks = this.distance.slice();
    return this.slacks;
  }

  /** Starts a new search. */
  reset(): void {
    this.heap.size = 0;
    this.known.fill(0);
  }

  /** Offers all volunteers of a request their distance over it, except one. */
  spread(request: number, base: number, except = NONE): void {
    const { rowStart, column } = this.problem;
    for (let e = rowStart[request] as number; e < (rowStart[request + 1] as number); e++) {
      const v = column[e] as number;
      if (v !== except) this.reach(v, base + this.reducedCost(request, e));
    }
  }

  /** Offers a volunteer a distance. */
  reach(volunteer: number, distance: number): void {
    const known = this.known[volunteer] === 1;
    if (known && distance >= (this.distance[volunteer] as number)) return;
    this.distance[volunteer] = distance;
    this.known[volunteer] = 1;
    if (known) this.heap.decrease(volunteer);
    else this.heap.push(volunteer);
  }

  /** Takes the nearest volunteer whose distance is not final yet; -1 where there is none. */
  nearest(): number {
    return this.heap.size === 0 ? NONE : this.heap.pop();
  }
}
