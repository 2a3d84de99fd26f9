import type { Day, Decision } from '@lotsennetz/kernel';
import type { ErasureEvent, ObjectionReason } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export interface WithdrawProposal {
  readonly reason: ObjectionReason;
  readonly on: Day;
}

/** The clock takes back its own proposal: the time is not over any more. Once it is over again, it proposes anew. */
export function withdrawProposal({ reason, on }: WithdrawProposal, state: ErasureState): Decision<ErasureEvent, never> {
  if (state.status !== 'proposed') return [];
  return [{ type: 'ErasureObjected', happenedOn: on, data: { reason, until: on } }];
}
