import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export type LiftLegalHoldRefusal = 'unknown-hold';

/** Lifting a hold again changes nothing; one that never was is refused. */
export function liftLegalHold(
  { holdId, on }: { readonly holdId: string; readonly on: Day },
  { holds, lifted }: ErasureState,
): Decision<ErasureEvent, LiftLegalHoldRefusal> {
  if (lifted.includes(holdId)) return [];
  if (!holds.some((hold) => hold.holdId === holdId)) return refuse('unknown-hold');
  return [{ type: 'LegalHoldLifted', happenedOn: on, data: { holdId } }];
}
