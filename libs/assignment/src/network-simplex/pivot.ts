import { NONE, type SpanningTree } from './spanning-tree.js';

/** An arc that pays: sending a unit over it from `from` to `to` lowers the total. Reused, as there is one per pivot. */
export interface EnteringArc {
  from: number;
  to: number;
  cost: number;
}

/** More units than any arc ever carries. */
const UNBOUNDED = 1 << 30;

/**
 * Brings an arc into the tree: pushes along the cycle it closes, drops the last arc that blocks (which keeps the tree
 * strongly feasible, so that no sequence of pivots can cycle) and re-roots what hung below that arc.
 */
export function pivot(tree: SpanningTree, arc: EnteringArc): void {
  const { parent, sink, price } = tree;
  const { from, to } = arc;
  const join = commonAncestor(tree, from, to);
  let delta = roomOnEntering(tree, arc);
  let blocking = NONE;
  let inner = from;
  for (let x = from; x !== join; x = parent[x] as number) {
    const room = roomDown(tree, x);
    if (room >= delta) continue;
    delta = room;
    blocking = x;
  }
  for (let x = to; x !== join; x = parent[x] as number) {
    const room = roomUp(tree, x);
    if (room > delta) continue;
    delta = room;
    blocking = x;
    inner = to;
  }
  if (delta > 0) {
    for (let x = from; x !== join; x = parent[x] as number) push(tree, x, -delta);
    for (let x = to; x !== join; x = parent[x] as number) push(tree, x, delta);
    if (from === sink) moveLoad(tree, to, -delta);
    else if (to === sink && from >= tree.requests) moveLoad(tree, from, delta);
  }
  if (blocking === NONE) return;
  const outer = inner === from ? to : from;
  const target = (price[outer] as number) + (inner === from ? arc.cost : -arc.cost);
  reroot(tree, { blocking, inner, outer, units: delta });
  tree.shift(inner, target - (price[inner] as number));
}

function commonAncestor({ parent, depth }: SpanningTree, a: number, b: number): number {
  let x = a;
  let y = b;
  while (x !== y) {
    const difference = (depth[x] as number) - (depth[y] as number);
    if (difference >= 0) x = parent[x] as number;
    if (difference <= 0) y = parent[y] as number;
  }
  return x;
}

/** Pairs and penalties carry any number; between volunteer and sink it is the run of places of equal cost. */
function roomOnEntering(tree: SpanningTree, { from, to }: EnteringArc): number {
  if (from === tree.sink) {
    const v = to - tree.requests;
    tree.openPlaces(v, (tree.load[v] as number) - 1);
    return (tree.load[v] as number) - (tree.lower[v] as number);
  }
  if (to !== tree.sink || from < tree.requests) return UNBOUNDED;
  const v = from - tree.requests;
  tree.openPlaces(v, tree.load[v] as number);
  return (tree.upper[v] as number) - (tree.load[v] as number);
}

/** How many units more could go from a node up to its parent. */
function roomUp({ requests, sink, parent, flow, upper, load }: SpanningTree, node: number): number {
  if (node < requests) return UNBOUNDED;
  if (parent[node] !== sink) return flow[node] as number;
  return (upper[node - requests] as number) - (load[node - requests] as number);
}

/** How many units fewer could go up, or more down. */
function roomDown({ requests, sink, parent, flow, lower, load }: SpanningTree, node: number): number {
  if (node < requests) return flow[node] as number;
  if (parent[node] !== sink) return UNBOUNDED;
  return (load[node - requests] as number) - (lower[node - requests] as number);
}

/** Sends `units` more up from a node to its parent (fewer where negative). */
function push(tree: SpanningTree, node: number, units: number): void {
  if (node < tree.requests) tree.flow[node] = (tree.flow[node] as number) + units;
  else if (tree.parent[node] !== tree.sink) tree.flow[node] = (tree.flow[node] as number) - units;
  else moveLoad(tree, node, units);
}

function moveLoad({ load, requests }: SpanningTree, node: number, units: number): void {
  load[node - requests] = (load[node - requests] as number) + units;
}

interface Reroot {
  readonly blocking: number;
  readonly inner: number;
  readonly outer: number;
  readonly units: number;
}

/** Turns the path from `inner` up to `blocking` upside down and hangs it below `outer`. */
function reroot(tree: SpanningTree, { blocking, inner, outer, units }: Reroot): void {
  const { parent, flow } = tree;
  let node = inner;
  let above = outer;
  let carried = units;
  for (;;) {
    const formerParent = parent[node] as number;
    const formerFlow = flow[node] as number;
    tree.cut(node);
    tree.hang(node, above);
    flow[node] = carried;
    if (node === blocking) return;
    above = node;
    node = formerParent;
    carried = formerFlow;
  }
}
