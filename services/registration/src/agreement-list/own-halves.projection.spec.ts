import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { agreement, type AgreementEvent } from '../agreement/agreement.stream.js';
import { ownHalves } from './own-halves.projection.js';

const happenedOn = day('2015-01-06');
const signed: AgreementEvent = {
  type: 'AgreementSigned',
  happenedOn,
  data: { partner: 'kreuztal', shares: ['courses'] },
};
const ended: AgreementEvent = { type: 'AgreementEnded', happenedOn, data: {} };
const rowAfter = async (...events: readonly AgreementEvent[]) =>
  (await foldProjection(ownHalves, recordedEvents(agreement, { id: 'kreuztal' }, ...events))).get('kreuztal');

describe('the halves of agreements that a tenant has signed', () => {
  it('say what is shared with whom', async () => {
    expect(await rowAfter(signed)).toEqual({ id: 'kreuztal', shares: ['courses'] });
  });
  it('share nothing once they have ended, until signed again', async () => {
    expect(await rowAfter(signed, ended)).toEqual({ id: 'kreuztal', shares: [] });
    expect(await rowAfter(signed, ended, signed)).toEqual({ id: 'kreuztal', shares: ['courses'] });
  });
});
