import type { Day, Decision } from '@lotsennetz/kernel';
import type { AcquaintanceEvent, AcquaintanceState } from '../acquaintance/acquaintance.stream.js';

/** Where no household was named nobody got to know anybody. */
export function endAcquaintance(
  { on }: { readonly on: Day },
  state: AcquaintanceState,
): Decision<AcquaintanceEvent, never> {
  return state.status === 'running' ? [{ type: 'AcquaintanceEnded', happenedOn: on, data: {} }] : [];
}
