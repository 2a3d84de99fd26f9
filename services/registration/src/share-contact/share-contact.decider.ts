import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import {
  sideOf,
  type AcquaintanceEvent,
  type AcquaintanceState,
  type ContactWay,
} from '../acquaintance/acquaintance.stream.js';

export interface ShareContact {
  /** Who says so; it must be one of the two. */
  readonly personId: string;
  /** All that is shared from now on. */
  readonly ways: readonly ContactWay[];
  readonly on: Day;
}

export type ShareContactRefusal = 'unknown-placement' | 'placement-ended';

/** What one lets the other see, until one says otherwise or the placement ends. */
export function shareContact(
  { personId, ways, on }: ShareContact,
  state: AcquaintanceState,
): Decision<AcquaintanceEvent, ShareContactRefusal> {
  if (state.status === 'unknown') return refuse('unknown-placement');
  const by = sideOf(state.pair, personId);
  if (!by) return refuse('unknown-placement');
  if (state.status === 'ended') return refuse('placement-ended');
  const wanted = [...new Set(ways)].toSorted();
  if (wanted.join() === state.shared[by].join()) return [];
  return [{ type: 'ContactShared', happenedOn: on, data: { by, ways: wanted } }];
}
