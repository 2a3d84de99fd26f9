import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { TokenEvent, TokenState } from './token/token.stream.js';

export type RevokeTokenRefusal = 'unknown-token';

/** From now on the token opens nothing. */
export function revokeToken(
  command: { readonly on: Day },
  state: TokenState,
): Decision<TokenEvent, RevokeTokenRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-token');
    case 'revoked':
      return [];
    case 'valid':
      return [{ type: 'TokenRevoked', happenedOn: command.on, data: {} }];
  }
}
