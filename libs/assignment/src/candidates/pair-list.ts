import type { Problem } from '../problem.js';

/** Pairs as they are found, by rising volunteer. */
export class PairList {
  private length = 0;
  private request: Int32Array;
  private volunteer: Int32Array;
  private cost: Int32Array;

  /** @param expected pairs to make room for; more are taken too */
  constructor(expected: number) {
    this.request = new Int32Array(expected);
    this.volunteer = new Int32Array(expected);
    this.cost = new Int32Array(expected);
  }

  add(request: number, volunteer: number, cost: number): void {
    if (this.length === this.request.length) this.enlarge();
    this.request[this.length] = request;
    this.volunteer[this.length] = volunteer;
    this.cost[this.length++] = cost;
  }

  /** The pairs by request (counting sort; stable, so volunteers stay ascending). */
  toRows(requests: number): { rowStart: Int32Array; column: Int32Array; cost: Int32Array } & Pick<Problem, 'rowStart'> {
    const rowStart = new Int32Array(requests + 1);
    for (let i = 0; i < this.length; i++) {
      const r = (this.request[i] as number) + 1;
      rowStart[r] = (rowStart[r] as number) + 1;
    }
    for (let r = 0; r < requests; r++) rowStart[r + 1] = (rowStart[r + 1] as number) + (rowStart[r] as number);
    const next = rowStart.slice();
    const column = new Int32Array(this.length);
    const cost = new Int32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const r = this.request[i] as number;
      const at = next[r] as number;
      next[r] = at + 1;
      column[at] = this.volunteer[i] as number;
      cost[at] = this.cost[i] as number;
    }
    return { rowStart, column, cost };
  }

  private enlarge(): void {
    this.request = enlarged(this.request);
    this.volunteer = enlarged(this.volunteer);
    this.cost = enlarged(this.cost);
  }
}

function enlarged(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length + 1024);
  larger.set(array);
  return larger;
}
