import type { Day, Decision } from '@lotsennetz/kernel';
import type {
  RestrictedKind,
  RestrictionEvent,
  RestrictionGround,
  RestrictionState,
} from '../restriction/restriction.stream.js';

export interface RestrictProcessing {
  readonly kind: RestrictedKind;
  readonly ground: RestrictionGround;
  readonly requestedBy: 'person' | 'office';
  readonly on: Day;
}

/** Holds at once: whether the ground is a good one is looked into meanwhile. */
export function restrictProcessing(
  { on, ...data }: RestrictProcessing,
  state: RestrictionState,
): Decision<RestrictionEvent, never> {
  return state.status === 'restricted' ? [] : [{ type: 'ProcessingRestricted', happenedOn: on, data }];
}
