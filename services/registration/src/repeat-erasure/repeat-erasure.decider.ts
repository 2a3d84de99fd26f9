import { serviceNames, type SubjectKind } from '@lotsennetz/contracts';
import type { Day, Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export interface RepeatErasure {
  readonly kind: SubjectKind;
  /** The day of the erasure that the history does not know. */
  readonly on: Day;
}

/**
 * Orders what was ordered before, in a history from before that. The keys are destroyed already: who asked, what was
 * proposed and what held then does not matter any more.
 */
export function repeatErasure({ kind, on }: RepeatErasure, { status }: ErasureState): Decision<ErasureEvent, never> {
  switch (status) {
    case 'none':
    case 'requested':
    case 'proposed':
      return [{ type: 'ErasureOrdered', happenedOn: on, data: { kind, services: serviceNames } }];
    case 'ordered':
    case 'completed':
      return [];
  }
}
