import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

export type WithdrawErasureRefusal = 'requested-by-others' | 'erasure-ordered';

/**
 * Somebody would rather be kept after all. Only their own word is taken back: what the office or a representative has
 * asked for stands. Where nothing is asked for, nothing changes.
 */
export function withdrawErasure(
  { on }: { readonly on: Day },
  state: ErasureState,
): Decision<ErasureEvent, WithdrawErasureRefusal> {
  switch (state.status) {
    case 'none':
    case 'proposed':
      return [];
    case 'requested':
      return state.requestedBy === 'person'
        ? [{ type: 'ErasureWithdrawn', happenedOn: on, data: {} }]
        : refuse('requested-by-others');
    case 'ordered':
    case 'completed':
      return refuse('erasure-ordered');
  }
}
