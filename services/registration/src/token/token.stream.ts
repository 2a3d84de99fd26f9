import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { tokenId: _, ...right } = registration.tokenCreated.shape;
const schemas = defineEvents({ TokenCreated: right, TokenRevoked: {} });

export type TokenEvent = EventOf<typeof schemas>;
export type TokenRight = DataOf<typeof right>;
export type TokenState = { readonly status: 'unknown' | 'valid' | 'revoked' };

/** The right of a machine to call a tenant's services in one role. The token itself is stored nowhere. */
export const token = defineStream({
  service: 'registration',
  category: 'token',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): TokenState => ({ status: event.type === 'TokenCreated' ? 'valid' : 'revoked' }),
});
