import type { Day, Decision } from '@lotsennetz/kernel';
import type { TokenEvent, TokenRight, TokenState } from '../token/token.stream.js';

export interface CreateToken {
  readonly right: TokenRight;
  readonly on: Day;
}

export function createToken({ right, on }: CreateToken, state: TokenState): Decision<TokenEvent, never> {
  return state.status === 'unknown' ? [{ type: 'TokenCreated', happenedOn: on, data: right }] : [];
}
