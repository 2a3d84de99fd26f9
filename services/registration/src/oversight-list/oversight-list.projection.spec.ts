import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { oversight, type OversightEvent } from '../oversight/oversight.stream.js';
import { oversightList } from './oversight-list.projection.js';

const granted: OversightEvent = {
  type: 'OversightGranted',
  happenedOn: day('2015-01-06'),
  data: { county: 'kreis', purpose: 'Umfrage', fields: ['courses'], until: day('2016-03-31') },
};
const revoked: OversightEvent = { type: 'OversightRevoked', happenedOn: day('2015-02-06'), data: {} };
const rowAfter = async (...events: readonly OversightEvent[]) =>
  (await foldProjection(oversightList, recordedEvents(oversight, { id: 'o' }, ...events))).get('o');

describe('the list of oversight', () => {
  it('shows what is granted', async () => {
    expect(await rowAfter(granted)).toEqual({
      ...granted.data,
      id: 'o',
      status: 'granted',
      grantedOn: '2015-01-06',
      revision: 0,
    });
  });
  it('keeps what was revoked, and shows nothing that was never granted', async () => {
    expect(await rowAfter(granted, revoked)).toMatchObject({ status: 'revoked', revokedOn: '2015-02-06', revision: 1 });
    expect(await rowAfter(revoked)).toBeUndefined();
  });
});
