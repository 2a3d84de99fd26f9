import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { token, type TokenEvent } from '../token/token.stream.js';
import { revokeToken } from '../revoke-token.decider.js';

const on = day('2015-02-06');
const created: TokenEvent = {
  type: 'TokenCreated',
  happenedOn: day('2015-01-06'),
  data: { tokenHash: 'a'.repeat(64), role: 'coordinator' },
};
const revoked: TokenEvent = { type: 'TokenRevoked', happenedOn: on, data: {} };

describe('revoking a token', () => {
  it('records it', () => {
    given(token, created).when(revokeToken, { on }).then(revoked);
  });
  it('twice changes nothing', () => {
    given(token, created, revoked).when(revokeToken, { on }).thenNothing();
  });
  it('refuses one that was never created', () => {
    given(token).when(revokeToken, { on }).thenRefused('unknown-token');
  });
});
