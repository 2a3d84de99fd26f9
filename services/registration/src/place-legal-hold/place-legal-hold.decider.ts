import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent, HoldReason } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export interface PlaceLegalHold {
  readonly holdId: string;
  readonly reason: HoldReason;
  readonly until: Day;
  readonly on: Day;
}

export type PlaceLegalHoldRefusal = 'erasure-ordered';

/** Data must stay for now. What is being erased cannot be held any more. */
export function placeLegalHold(
  { on, ...data }: PlaceLegalHold,
  state: ErasureState,
): Decision<ErasureEvent, PlaceLegalHoldRefusal> {
  if (state.status === 'ordered' || state.status === 'completed') return refuse('erasure-ordered');
  const known = state.holds.some(({ reason, until }) => reason === data.reason && until === data.until);
  return known ? [] : [{ type: 'LegalHoldPlaced', happenedOn: on, data }];
}
