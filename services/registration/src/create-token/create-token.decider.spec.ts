import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { token, type TokenEvent } from '../token/token.stream.js';
import { createToken } from './create-token.decider.js';

const on = day('2015-01-06');
const right = {
  tokenHash: 'a'.repeat(64),
  role: 'coordinator',
  validUntil: day('2016-01-06'),
  services: ['reporting'],
  readOnly: true,
} as const;
const created: TokenEvent = { type: 'TokenCreated', happenedOn: on, data: right };

describe('creating a token', () => {
  it('records its hash and what it may do', () => {
    given(token).when(createToken, { right, on }).then(created);
  });
  it('twice changes nothing, and revives no revoked one', () => {
    given(token, created).when(createToken, { right, on }).thenNothing();
    given(token, created, { type: 'TokenRevoked', happenedOn: on, data: {} })
      .when(createToken, { right, on })
      .thenNothing();
  });
});
