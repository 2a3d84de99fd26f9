import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { token, type TokenEvent } from './token.stream.js';
import { tokenList } from './token-list.view.js';

const created: TokenEvent = {
  type: 'TokenCreated',
  happenedOn: day('2015-01-06'),
  data: { tokenHash: 'a'.repeat(64), role: 'analyst', validUntil: day('2016-01-06'), services: ['reporting'] },
};
const revoked: TokenEvent = { type: 'TokenRevoked', happenedOn: day('2015-02-06'), data: {} };
const rowAfter = async (...events: readonly TokenEvent[]) =>
  (await foldProjection(tokenList, recordedEvents(token, { id: 't' }, ...events))).get('t');

describe('the list of tokens', () => {
  it('shows what one may do, without its hash', async () => {
    expect(await rowAfter(created)).toEqual({
      id: 't',
      role: 'analyst',
      validUntil: '2016-01-06',
      services: ['reporting'],
      status: 'valid',
      createdOn: '2015-01-06',
      revision: 0,
    });
  });
  it('keeps one that was revoked, and shows none that never was', async () => {
    expect(await rowAfter(created, revoked)).toMatchObject({ status: 'revoked', revokedOn: '2015-02-06', revision: 1 });
    expect(await rowAfter(revoked)).toBeUndefined();
  });
});
