import type { RetentionKind, SubjectKind } from '@lotsennetz/contracts';
import { addDays, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

/** Long enough that somebody back from a holiday can still object. */
const graceDays = 30;

export interface ProposeErasure {
  readonly kind: SubjectKind;
  readonly retention: RetentionKind;
  /** The last thing that happened. */
  readonly keptSince: Day;
  readonly on: Day;
}

/** The time is over. After an objection it is proposed again on the day named there, not earlier. */
export function proposeErasure(
  { on, ...proposed }: ProposeErasure,
  state: ErasureState,
): Decision<ErasureEvent, never> {
  if (state.status !== 'none' || (state.notBefore !== undefined && on < state.notBefore)) return [];
  return [{ type: 'ErasureProposed', happenedOn: on, data: { ...proposed, carryOutOn: addDays(on, graceDays) } }];
}
