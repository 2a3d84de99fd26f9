import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent, ObjectionReason } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export interface ObjectToErasure {
  readonly reason: ObjectionReason;
  /** The day from which it may be proposed again. */
  readonly until: Day;
  readonly on: Day;
}

export type ObjectToErasureRefusal = 'not-proposed' | 'erasure-requested' | 'erasure-ordered';

/** Against the clock only: what a person has asked for is answered by a legal hold, or not at all. */
export function objectToErasure(
  { on, ...data }: ObjectToErasure,
  state: ErasureState,
): Decision<ErasureEvent, ObjectToErasureRefusal> {
  switch (state.status) {
    case 'none':
      return state.notBefore === undefined ? refuse('not-proposed') : [];
    case 'proposed':
      return [{ type: 'ErasureObjected', happenedOn: on, data }];
    case 'requested':
      return refuse('erasure-requested');
    case 'ordered':
    case 'completed':
      return refuse('erasure-ordered');
  }
}
