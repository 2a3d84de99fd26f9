import { UNMATCHED } from '../problem.js';
import type { FlowState } from '../shortest-paths/flow-state.js';
import { continueRow } from '../shortest-paths/lazy-rows.js';
import { NONE, SpanningTree } from './spanning-tree.js';

/**
 * A first tree from the matches of an auction. A volunteer with a free place hangs below the sink. A full one hangs
 * below the request that values the place least (the anchor), and that below its second choice: so the prices of the
 * auction live on as the prices of the tree. Where anchors run in a circle, one of them hangs below the sink instead.
 */
export function firstTree(state: FlowState): SpanningTree {
  const tree = new SpanningTree(state);
  const { capacity, load } = state;
  const anchors = new Int32Array(load.length).fill(NONE);
  const seconds = new Int32Array(load.length).fill(NONE);
  for (let v = 0; v < load.length; v++) {
    tree.load[v] = load[v] as number;
    if ((load[v] as number) < (capacity[v] as number) || capacity[v] === 0) hangFree(tree, v);
    else seconds[v] = chooseAnchor(tree, anchors, v);
  }
  for (let v = 0; v < load.length; v++) hangFull(tree, { anchors, seconds }, v);
  hangRequests(tree);
  for (let c = tree.firstChild[tree.sink] as number; c !== NONE; c = tree.nextSibling[c] as number) tree.shift(c, 0);
  return tree;
}

function hangFree(tree: SpanningTree, v: number): void {
  const { state, load, requests, sink } = tree;
  tree.price[requests + v] = state.marginal[v] as number;
  if (state.marginal[v] !== Infinity) tree.openPlaces(v, load[v] as number);
  tree.hang(requests + v, sink);
}

const choice = { node: NONE, total: 0, own: 0 };

/** Finds the anchor of a full volunteer and returns the node of its second choice. */
function chooseAnchor(tree: SpanningTree, anchors: Int32Array, v: number): number {
  const { first, next } = tree.state;
  let least = Infinity;
  let second = NONE;
  for (let r = first[v] as number; r !== NONE; r = next[r] as number) {
    findSecond(tree, r, v);
    if (choice.total - choice.own >= least) continue;
    least = choice.total - choice.own;
    second = choice.node;
    anchors[v] = r;
  }
  return second;
}

/** The best a request could have without volunteer `v`, at the prices of the auction. */
function findSecond(tree: SpanningTree, request: number, v: number): void {
  const { rows, volunteerPrice, penalty } = tree.state;
  choice.node = tree.sink;
  choice.total = penalty[request] as number;
  let ownFound = false;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) return;
      e = continueRow(rows, request, e);
      sorted = rows.sorted[request] as number;
    }
    const c = rows.cost[e] as number;
    const w = rows.column[e] as number;
    if (w === v) {
      choice.own = c;
      ownFound = true;
    } else if (c + (volunteerPrice[w] as number) < choice.total) {
      choice.total = c + (volunteerPrice[w] as number);
      choice.node = tree.requests + w;
    }
    if (ownFound && c >= choice.total) return;
  }
}

interface Plan {
  readonly anchors: Int32Array;
  readonly seconds: Int32Array;
}

/** Hangs a full volunteer with its anchor, and before that all it will hang below. */
function hangFull(tree: SpanningTree, { anchors, seconds }: Plan, start: number): void {
  const { requests, sink, parent } = tree;
  const path: number[] = [];
  const UNDERWAY = sink + 1;
  for (let node = requests + start; node !== sink && parent[node] === NONE;) {
    parent[node] = UNDERWAY;
    path.push(node - requests);
    node = seconds[node - requests] as number;
    if (parent[node] === UNDERWAY) seconds[path.at(-1) as number] = sink;
  }
  for (let i = path.length - 1; i >= 0; i--) {
    const v = path[i] as number;
    hangBelowAnchor(tree, { v, anchor: anchors[v] as number, second: seconds[v] as number });
  }
}

function hangBelowAnchor(
  tree: SpanningTree,
  { v, anchor, second }: { v: number; anchor: number; second: number },
): void {
  const { state, price, requests, sink, flow } = tree;
  const own = costOf(state, anchor, v);
  const onward = second === sink ? (state.penalty[anchor] as number) : costOf(state, anchor, second - requests);
  price[anchor] = onward + (price[second] as number);
  price[requests + v] = price[anchor] - own;
  tree.hang(anchor, second);
  tree.hang(requests + v, anchor);
  flow[requests + v] = 1;
}

function hangRequests(tree: SpanningTree): void {
  const { state, parent, price, flow, requests, sink } = tree;
  for (let r = 0; r < requests; r++) {
    if (parent[r] !== NONE) continue;
    const v = state.mate[r] as number;
    flow[r] = 1;
    tree.hang(r, v <= UNMATCHED ? sink : requests + v);
    price[r] = v <= UNMATCHED ? (state.penalty[r] as number) : costOf(state, r, v) + (price[requests + v] as number);
  }
}

function costOf({ rows }: FlowState, request: number, volunteer: number): number {
  const end = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; e < end; e++) {
    if (rows.column[e] === volunteer) return rows.cost[e] as number;
  }
  throw new Error(`volunteer ${volunteer} is no candidate of request ${request}`);
}
