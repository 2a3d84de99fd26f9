import type { FlowState } from '../shortest-paths/flow-state.js';

/** No node. */
export const NONE = -1;

/**
 * A strongly feasible spanning tree of the network requests -> volunteers -> sink, rooted at the sink (Cunningham 1976).
 * Nodes: requests from 0, volunteers from `requests`, last the sink.
 *
 * The bipartite shape spares most of a general network simplex: pairs and penalties have no upper bound worth counting
 * (a request sends one unit), so flow runs on tree arcs and from volunteers to the sink only, and the direction of an
 * arc follows from the kind of its lower node. Request arcs point up; a volunteer's arc points up to the sink and down
 * from a request.
 */
export class SpanningTree {
  readonly requests: number;
  readonly sink: number;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** Price of each node: all tree arcs have reduced cost 0. The sink has 0. */
  readonly price: Float64Array;
  /** Units on the arc between a node and its parent; of a volunteer below the sink, see `load`. */
  readonly flow: Int8Array;
  /** Units from each volunteer to the sink. */
  readonly load: Int32Array;
  /** The places of equal cost a volunteer below the sink can move in: `lower <= load <= upper`. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;
  private readonly stack: Int32Array;

  constructor(readonly state: FlowState) {
    const { penalty, load } = state;
    this.requests = penalty.length;
    this.sink = penalty.length + load.length;
    const nodes = this.sink + 1;
    this.parent = new Int32Array(nodes).fill(NONE);
    this.depth = new Int32Array(nodes);
    this.price = new Float64Array(nodes);
    this.flow = new Int8Array(nodes);
    this.load = new Int32Array(load.length);
    this.lower = new Int32Array(load.length);
    this.upper = new Int32Array(load.length);
    this.firstChild = new Int32Array(nodes).fill(NONE);
    this.nextSibling = new Int32Array(nodes).fill(NONE);
    this.previousSibling = new Int32Array(nodes).fill(NONE);
    this.stack = new Int32Array(nodes);
  }

  /** Hangs a node that hangs nowhere below a parent. */
  hang(node: number, parent: number): void {
    const head = this.firstChild[parent] as number;
    this.parent[node] = parent;
    this.previousSibling[node] = NONE;
    this.nextSibling[node] = head;
    if (head !== NONE) this.previousSibling[head] = node;
    this.firstChild[parent] = node;
  }

  /** Takes a node with all below it off its parent. */
  cut(node: number): void {
    const before = this.previousSibling[node] as number;
    const after = this.nextSibling[node] as number;
    if (before === NONE) this.firstChild[this.parent[node] as number] = after;
    else this.nextSibling[before] = after;
    if (after !== NONE) this.previousSibling[after] = before;
  }

  /** Opens the run of places of equal cost around place `k` of a volunteer. */
  openPlaces(volunteer: number, k: number): void {
    const { state } = this;
    const capacity = state.capacity[volunteer] as number;
    const cost = state.placeAt(volunteer, k);
    let lower = state.hasPlaceCosts ? k : 0;
    let upper = state.hasPlaceCosts ? k + 1 : capacity;
    if (state.hasPlaceCosts) {
      while (lower > 0 && state.placeAt(volunteer, lower - 1) === cost) lower--;
      while (upper < capacity && state.placeAt(volunteer, upper) === cost) upper++;
    }
    this.lower[volunteer] = lower;
    this.upper[volunteer] = upper;
  }

  /** Adds to the prices of a node and all below it, and sets their depths. */
  shift(top: number, by: number): void {
    const { price, depth, parent, firstChild, nextSibling, stack } = this;
    let size = 1;
    stack[0] = top;
    while (size > 0) {
      const node = stack[--size] as number;
      price[node] = (price[node] as number) + by;
      depth[node] = (depth[parent[node] as number] as number) + 1;
      for (let c = firstChild[node] as number; c !== NONE; c = nextSibling[c] as number) stack[size++] = c;
    }
  }
}
