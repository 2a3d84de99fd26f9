import type { Day, Decision } from '@lotsennetz/kernel';
import type { AcquaintanceEvent, AcquaintanceState, Pair } from '../acquaintance/acquaintance.stream.js';

/**
 * One request, one placement, one acquaintance. Another pair while it runs means that a restore has lost the first
 * confirmation: the newer one counts, and what was shared before is shared with nobody.
 */
export function beginAcquaintance(
  { pair, on }: { readonly pair: Pair; readonly on: Day },
  state: AcquaintanceState,
): Decision<AcquaintanceEvent, never> {
  const begun = { type: 'AcquaintanceBegun', happenedOn: on, data: pair } as const;
  switch (state.status) {
    case 'unknown':
      return [begun];
    case 'running':
      return isSame(pair, state.pair) ? [] : [begun];
    case 'ended':
      return [];
  }
}

function isSame(a: Pair, b: Pair): boolean {
  return a.volunteerId === b.volunteerId && a.newcomerId === b.newcomerId;
}
