import type { Day, Decision } from '@lotsennetz/kernel';
import type { AcquaintanceEvent, AcquaintanceState, Pair } from '../acquaintance/acquaintance.stream.js';

/** One placement, one acquaintance: what has become of it since stays. */
export function beginAcquaintance(
  { pair, on }: { readonly pair: Pair; readonly on: Day },
  state: AcquaintanceState,
): Decision<AcquaintanceEvent, never> {
  return state.status === 'unknown' ? [{ type: 'AcquaintanceBegun', happenedOn: on, data: pair }] : [];
}
