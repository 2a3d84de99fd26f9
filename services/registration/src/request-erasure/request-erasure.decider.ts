import type { LegalRegime, SubjectKind } from '@lotsennetz/contracts';
import type { Day, Decision } from '@lotsennetz/kernel';
import type { ErasureEvent, ErasureGround, ErasureRequester } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export interface RequestErasure {
  readonly kind: SubjectKind;
  readonly requestedBy: ErasureRequester;
  readonly regime: LegalRegime;
  readonly ground: ErasureGround;
  readonly on: Day;
}

/** A request outweighs a proposal of the retention clock and an objection against it. Asking twice changes nothing. */
export function requestErasure({ on, ...data }: RequestErasure, state: ErasureState): Decision<ErasureEvent, never> {
  switch (state.status) {
    case 'none':
    case 'proposed':
      return [{ type: 'ErasureRequested', happenedOn: on, data }];
    case 'requested':
    case 'ordered':
    case 'completed':
      return [];
  }
}
