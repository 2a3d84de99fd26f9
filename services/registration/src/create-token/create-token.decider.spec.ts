import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { token, type TokenEvent } from '../token/token.stream.js';
import { createToken } from './create-token.decider.js';

const on = day('2015-01-06');
const facts = { tokenHash: 'a'.repeat(64), role: 'coordinator' } as const;
const created: TokenEvent = { type: 'TokenCreated', happenedOn: on, data: facts };

describe('creating a token', () => {
  it('records its hash and role', () => {
    given(token)
      .when(createToken, { ...facts, on })
      .then(created);
  });
  it('twice changes nothing, and revives no revoked one', () => {
    given(token, created)
      .when(createToken, { ...facts, on })
      .thenNothing();
    given(token, created, { type: 'TokenRevoked', happenedOn: on, data: {} })
      .when(createToken, { ...facts, on })
      .thenNothing();
  });
});
