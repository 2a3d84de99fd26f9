import type { Problem } from '../problem.js';

/** Pairs as they are found, volunteer by volunteer in any order. */
export class PairList {
  private length = 0;
  private request: Int32Array;
  private cost: Int32Array;
  /** The pairs of volunteer `v` lie at `begin[v]` to `end[v] - 1`. */
  private readonly begin: Int32Array;
  private readonly end: Int32Array;

  /** @param expected pairs to make room for; more are taken too */
  constructor(volunteers: number, expected: number) {
    this.request = new Int32Array(expected);
    this.cost = new Int32Array(expected);
    this.begin = new Int32Array(volunteers);
    this.end = new Int32Array(volunteers);
  }

  /** The pairs added from now on until `close` are those of this volunteer; once per volunteer. */
  open(volunteer: number): void {
    this.begin[volunteer] = this.length;
  }

  close(volunteer: number): void {
    this.end[volunteer] = this.length;
  }

  add(request: number, cost: number): void {
    if (this.length === this.request.length) this.enlarge();
    this.request[this.length] = request;
    this.cost[this.length++] = cost;
  }

  /** The pairs by request, then by rising volunteer (counting sort). */
  toRows(requests: number): { cost: Int32Array } & Pick<Problem, 'rowStart' | 'column'> {
    const rowStart = this.countRows(requests);
    const next = rowStart.slice();
    const column = new Int32Array(this.length);
    const cost = new Int32Array(this.length);
    const { begin, end, request: requestOf, cost: costOf } = this;
    for (let v = 0; v < begin.length; v++) {
      for (let i = begin[v] as number, last = end[v] as number; i < last; i++) {
        const r = requestOf[i] as number;
        const at = next[r] as number;
        next[r] = at + 1;
        column[at] = v;
        cost[at] = costOf[i] as number;
      }
    }
    return { rowStart, column, cost };
  }

  private countRows(requests: number): Int32Array {
    const rowStart = new Int32Array(requests + 1);
    for (let i = 0; i < this.length; i++) {
      const r = (this.request[i] as number) + 1;
      rowStart[r] = (rowStart[r] as number) + 1;
    }
    for (let r = 0; r < requests; r++) rowStart[r + 1] = (rowStart[r + 1] as number) + (rowStart[r] as number);
    return rowStart;
  }

  private enlarge(): void {
    this.request = enlarged(this.request);
    this.cost = enlarged(this.cost);
  }
}

function enlarged(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length + 1024);
  larger.set(array);
  return larger;
}
