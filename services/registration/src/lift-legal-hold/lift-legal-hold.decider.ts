import type { Day, Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

/** A hold that is gone, or never was, needs no lifting. */
export function liftLegalHold(
  { holdId, on }: { readonly holdId: string; readonly on: Day },
  { holds }: ErasureState,
): Decision<ErasureEvent, never> {
  if (!holds.some((hold) => hold.holdId === holdId)) return [];
  return [{ type: 'LegalHoldLifted', happenedOn: on, data: { holdId } }];
}
