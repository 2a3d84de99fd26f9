import { ExactSum } from '../exact-sum.js';
import { type Assignment, UNMATCHED } from '../problem.js';
import type { FlowState } from './flow-state.js';
import { readWhole } from './lazy-rows.js';

/** The assignment a state stands for; every request must have been placed or left unmatched. */
export function toAssignment(state: FlowState): Assignment {
  const volunteerPrice = finitePrices(state);
  for (let v = 0; v < volunteerPrice.length; v++) volunteerPrice[v] = (volunteerPrice[v] as number) + state.offset;
  return {
    volunteerOf: state.mate.map((v) => Math.max(UNMATCHED, v)),
    totalCost: totalCost(state),
    requestPrice: state.requestPrice.slice(),
    volunteerPrice,
  };
}

/** A matched pair is tight, so its cost is the difference of the prices. */
function totalCost(state: FlowState): bigint | number {
  const { mate, load, penalty, requestPrice, volunteerPrice } = state;
  const sum = new ExactSum();
  for (let r = 0; r < mate.length; r++) {
    const v = mate[r] as number;
    if (v < 0) sum.add(penalty[r] as number);
    else sum.add((requestPrice[r] as number) - (volunteerPrice[v] as number));
  }
  for (let v = 0; v < load.length; v++) {
    for (let k = 0; k < (load[v] as number); k++) sum.add(state.placeAt(v, k));
  }
  return sum.value();
}

/** Volunteers without a place are priced out of reach inside; outside, at the least that no request undercuts. */
function finitePrices(state: FlowState): Float64Array {
  const { rows, requestPrice } = state;
  const prices = state.volunteerPrice.slice();
  if (!prices.includes(Infinity)) return prices;
  for (let v = 0; v < prices.length; v++) if (prices[v] === Infinity) prices[v] = state.placeAt(v, 0);
  for (let r = 0; r < requestPrice.length; r++) {
    readWhole(rows, r);
    for (let e = rows.begin[r] as number; e < (rows.end[r] as number); e++) {
      const v = rows.column[e] as number;
      const worth = (requestPrice[r] as number) - (rows.cost[e] as number);
      if (state.volunteerPrice[v] === Infinity && worth > (prices[v] as number)) prices[v] = worth;
    }
  }
  return prices;
}
