import type { FlowState } from '../shortest-paths/flow-state.js';
import type { IncomingPairs } from '../shortest-paths/reverse-search.js';

/** Free pairs a list keeps when it is moved, so that the next arrivals need no move. */
const SLACK = 4;

/** Who could come to each volunteer, kept up to date: lists in one pool, moved to its end when they outgrow their room. */
export class IncomingLists implements IncomingPairs {
  readonly begin: Int32Array;
  readonly end: Int32Array;
  request: Int32Array;
  cost: Float64Array;
  private readonly limit: Int32Array;
  private used = 0;

  /** Reads all pairs of a state whose rows are complete. */
  constructor({ rows, load }: FlowState) {
    const { column, cost, begin, end } = rows;
    this.begin = new Int32Array(load.length);
    this.end = new Int32Array(load.length);
    this.limit = new Int32Array(load.length);
    const length = new Int32Array(load.length);
    for (let r = 0; r < begin.length; r++) {
      for (let e = begin[r] as number; e < (end[r] as number); e++) {
        const v = column[e] as number;
        length[v] = (length[v] as number) + 1;
      }
    }
    for (let v = 0; v < load.length; v++) this.reserve(v, (length[v] as number) + SLACK);
    this.request = new Int32Array(2 * this.used);
    this.cost = new Float64Array(2 * this.used);
    for (let r = 0; r < begin.length; r++) {
      for (let e = begin[r] as number; e < (end[r] as number); e++) this.add(column[e] as number, r, cost[e] as number);
    }
  }

  add(volunteer: number, request: number, cost: number): void {
    if (this.end[volunteer] === this.limit[volunteer]) this.move(volunteer);
    const at = this.end[volunteer] as number;
    this.request[at] = request;
    this.cost[at] = cost;
    this.end[volunteer] = at + 1;
  }

  remove(volunteer: number, request: number): void {
    const last = (this.end[volunteer] as number) - 1;
    let at = this.begin[volunteer] as number;
    while (this.request[at] !== request) at++;
    this.request[at] = this.request[last] as number;
    this.cost[at] = this.cost[last] as number;
    this.end[volunteer] = last;
  }

  /** Gives a list twice the room at the end of the pool. */
  private move(volunteer: number): void {
    const from = this.begin[volunteer] as number;
    const to = this.end[volunteer] as number;
    const room = 2 * (to - from) + SLACK;
    if (this.used + room > this.request.length) this.enlarge(room);
    this.reserve(volunteer, room);
    const target = this.begin[volunteer] as number;
    this.request.copyWithin(target, from, to);
    this.cost.copyWithin(target, from, to);
    this.end[volunteer] = target + (to - from);
  }

  private reserve(volunteer: number, room: number): void {
    this.begin[volunteer] = this.used;
    this.end[volunteer] = this.used;
    this.used += room;
    this.limit[volunteer] = this.used;
  }

  private enlarge(room: number): void {
    const request = new Int32Array(2 * this.request.length + room);
    const cost = new Float64Array(request.length);
    request.set(this.request);
    cost.set(this.cost);
    this.request = request;
    this.cost = cost;
  }
}
