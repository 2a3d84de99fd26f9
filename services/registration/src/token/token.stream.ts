import { roles } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const schemas = defineEvents({
  TokenCreated: { tokenHash: field.id(), role: field.code(...roles) },
  TokenRevoked: {},
});

export type TokenEvent = EventOf<typeof schemas>;
export type TokenState = { readonly status: 'unknown' | 'valid' | 'revoked' };

/** The right of a machine to call a tenant's services in one role. The token itself is stored nowhere. */
export const token = defineStream({
  service: 'registration',
  category: 'token',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): TokenState => ({ status: event.type === 'TokenCreated' ? 'valid' : 'revoked' }),
});
