import { defineProjection, type Day } from '@lotsennetz/kernel';
import { token, type TokenRight } from './token.stream.js';

/** A token without its hash. */
export interface TokenRow extends Omit<TokenRight, 'tokenHash'> {
  readonly id: string;
  readonly status: 'valid' | 'revoked';
  readonly createdOn: Day;
  readonly revokedOn?: Day;
  readonly revision: number;
}

export const tokenList = defineProjection<TokenRow>()({
  name: 'token-list',
  version: 2,
  streams: [token],
  indexes: ['createdOn', 'status', 'createdBy'],
  evolve: (row, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'TokenRevoked') return row && { ...row, status: 'revoked', revokedOn: happenedOn, revision };
    const { tokenHash: _, ...right } = event.data;
    return { ...right, id, status: 'valid', createdOn: happenedOn, revision };
  },
});
