import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { oversightId: _, ...grant } = registration.oversightGranted.shape;
const schemas = defineEvents({ OversightGranted: grant, OversightRevoked: {} });

export type OversightEvent = EventOf<typeof schemas>;
export type OversightGrant = DataOf<typeof grant>;
export type OversightState = { readonly status: 'unknown' | 'granted' | 'revoked' };

/** A town lets its county read: suppressed figures, and the fields that are named, for a purpose and until a day. */
export const oversight = defineStream({
  service: 'registration',
  category: 'oversight',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): OversightState => ({ status: event.type === 'OversightGranted' ? 'granted' : 'revoked' }),
});
