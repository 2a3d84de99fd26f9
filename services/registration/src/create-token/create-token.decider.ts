import type { Role } from '@lotsennetz/contracts';
import type { Day, Decision } from '@lotsennetz/kernel';
import type { TokenEvent, TokenState } from '../token/token.stream.js';

export interface CreateToken {
  /** SHA-256 in hex of the token. */
  readonly tokenHash: string;
  readonly role: Role;
  readonly on: Day;
}

export function createToken({ on, ...data }: CreateToken, state: TokenState): Decision<TokenEvent, never> {
  return state.status === 'unknown' ? [{ type: 'TokenCreated', happenedOn: on, data }] : [];
}
