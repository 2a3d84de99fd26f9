import { serviceNames } from '@lotsennetz/contracts';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from './erasure/erasure.events.js';
import { holdsOn, type ErasureState } from './erasure/erasure.stream.js';

export type OrderErasureRefusal = 'not-requested' | 'held' | 'not-due';

/** From here on there is no way back: the keys are destroyed, and every service must empty what it holds. */
export function orderErasure(
  { on, byClock = false }: { readonly on: Day; readonly byClock?: boolean },
  state: ErasureState,
): Decision<ErasureEvent, OrderErasureRefusal> {
  switch (state.status) {
    case 'none':
      return refuse('not-requested');
    case 'ordered':
    case 'completed':
      return [];
    case 'requested':
    case 'proposed': {
      // Inside the grace period only the clock is bound: a person in the office may be sure earlier.
      if (byClock && (state.status !== 'proposed' || on < state.carryOutOn)) return refuse('not-due');
      const [hold] = holdsOn(state, on);
      if (hold) return refuse('held', { reason: hold.reason, until: hold.until });
      return [{ type: 'ErasureOrdered', happenedOn: on, data: { kind: state.kind, services: serviceNames } }];
    }
  }
}
