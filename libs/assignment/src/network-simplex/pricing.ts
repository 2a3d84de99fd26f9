import { readWhole } from '../shortest-paths/lazy-rows.js';
import type { EnteringArc } from './pivot.js';
import type { SpanningTree } from './spanning-tree.js';

/** Pairs looked at before the best so far is taken. */
const BLOCK = 250;

/**
 * Block pricing: nodes in turn, until a block holds an arc that pays; of that block, the arc that pays most. A row is
 * left at its first pair that cannot beat the best so far, so mostly only the fronts of rows are read.
 */
export class BlockPricing {
  readonly entering: EnteringArc = { from: 0, to: 0, cost: 0 };
  private cursor = 0;
  private best = 0;

  constructor(private readonly tree: SpanningTree) {}

  /** Finds the next entering arc; false where none pays any more. */
  find(): boolean {
    const { requests, sink } = this.tree;
    this.best = 0;
    let left = BLOCK;
    for (let looked = 0; looked < sink; looked++) {
      const node = this.cursor;
      this.cursor = node + 1 === sink ? 0 : node + 1;
      left -= node < requests ? this.priceRequest(node) : this.priceVolunteer(node);
      if (left > 0) continue;
      if (this.best < 0) return true;
      left = BLOCK;
    }
    return this.best < 0;
  }

  private priceRequest(request: number): number {
    const { state, price, sink, requests } = this.tree;
    const { rows } = state;
    const { column, cost } = rows;
    const own = price[request] as number;
    let best = this.best;
    const dropping = (state.penalty[request] as number) - own;
    if (dropping < best) best = this.take(request, sink, state.penalty[request] as number, dropping);
    const begin = rows.begin[request] as number;
    const sorted = rows.sorted[request] as number;
    for (let e = begin; e < sorted; e++) {
      const gap = (cost[e] as number) - own;
      if (gap >= best) return e - begin + 1;
      const volunteer = requests + (column[e] as number);
      const reduced = gap + (price[volunteer] as number);
      if (reduced < best) best = this.take(request, volunteer, cost[e] as number, reduced);
    }
    return rows.end[request] === sorted ? sorted - begin : this.priceRest(request);
  }

  /** The pairs behind those in order: bringing them in order would cost more than looking at all. */
  private priceRest(request: number): number {
    const { state, price, requests } = this.tree;
    const { rows } = state;
    readWhole(rows, request);
    const { column, cost } = rows;
    const own = price[request] as number;
    const end = rows.end[request] as number;
    let best = this.best;
    for (let e = rows.sorted[request] as number; e < end; e++) {
      const volunteer = requests + (column[e] as number);
      const reduced = (cost[e] as number) - own + (price[volunteer] as number);
      if (reduced < best) best = this.take(request, volunteer, cost[e] as number, reduced);
    }
    return end - (rows.begin[request] as number);
  }

  private priceVolunteer(node: number): number {
    const { state, price, load, sink, requests } = this.tree;
    const v = node - requests;
    const used = load[v] as number;
    const own = price[node] as number;
    if (used < (state.capacity[v] as number)) {
      const cost = state.placeAt(v, used);
      if (cost - own < this.best) this.take(node, sink, cost, cost - own);
    }
    if (used > 0) {
      const cost = state.placeAt(v, used - 1);
      if (own - cost < this.best) this.take(sink, node, -cost, own - cost);
    }
    return 1;
  }

  private take(from: number, to: number, cost: number, reduced: number): number {
    this.entering.from = from;
    this.entering.to = to;
    this.entering.cost = cost;
    this.best = reduced;
    return reduced;
  }
}
