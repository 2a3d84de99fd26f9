import { UNMATCHED } from '../problem.js';
import type { FlowState } from './flow-state.js';
import { continueRow } from './lazy-rows.js';

/**
 * Makes any prices and matches an exact start: prices become whole, every request pays the least it can, matches that
 * are not the best at these prices are undone, and requests for which a free place is among the best take it.
 */
export function adoptPrices(state: FlowState): void {
  const { mate, load, volunteerPrice, marginal } = state;
  for (let v = 0; v < volunteerPrice.length; v++) {
    const whole = Math.floor(volunteerPrice[v] as number);
    const used = (load[v] as number) > 0 ? state.lastPlace(v) : 0;
    volunteerPrice[v] = marginal[v] === Infinity ? Math.max(whole, used) : Math.max(used, marginal[v] as number);
  }
  for (let r = 0; r < mate.length; r++) keepIfTight(state, r);
  for (let r = 0; r < mate.length; r++) if ((mate[r] as number) < UNMATCHED) takeFreePlace(state, r);
}

/** Sets the price of a request to the least it can pay, and drops its match where that is not among the best. */
function keepIfTight(state: FlowState, request: number): void {
  const { rows, volunteerPrice, mate } = state;
  const { column, cost } = rows;
  const present = mate[request] as number;
  let least = state.penalty[request] as number;
  let presentTotal = Infinity;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) break;
      e = continueRow(rows, request, e);
      sorted = rows.sorted[request] as number;
    }
    const c = cost[e] as number;
    if (c > least) break;
    const v = column[e] as number;
    const total = c + (volunteerPrice[v] as number);
    if (total < least) least = total;
    if (v === present) presentTotal = total;
  }
  state.requestPrice[request] = least;
  if (present >= 0 && presentTotal !== least) state.unplace(request);
}

function takeFreePlace(state: FlowState, request: number): void {
  const { rows, volunteerPrice, marginal } = state;
  const { column, cost } = rows;
  const price = state.requestPrice[request] as number;
  let sorted = rows.sorted[request] as number;
  for (let e = rows.begin[request] as number; ; e++) {
    if (e === sorted) {
      if (e === rows.end[request]) return;
      e = continueRow(rows, request, e);
      sorted = rows.sorted[request] as number;
    }
    const c = cost[e] as number;
    if (c > price) return;
    const v = column[e] as number;
    const p = volunteerPrice[v] as number;
    if (c + p !== price || (marginal[v] as number) > p) continue;
    state.place(request, v);
    return;
  }
}
