import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import type { ErasureEvent } from './erasure.events.js';
import { erasure } from './erasure.stream.js';
import {
  acknowledgedBy,
  erasureCompleted,
  erasureObjected,
  erasureOrdered,
  erasureProposed,
  erasureRequested,
  erasureWithdrawn,
  holdLifted,
  holdPlaced,
} from '../example-facts.js';
import { erasureList } from './erasure-list.view.js';

const rowAfter = async (...events: readonly ErasureEvent[]) =>
  (await foldProjection(erasureList, recordedEvents(erasure, { id: 'rosa' }, ...events))).get('rosa');

describe('the list of erasures', () => {
  it('shows who asks and on what ground', async () =>
    expect(await rowAfter(erasureRequested)).toEqual({
      id: 'rosa',
      kind: 'volunteer',
      requestedBy: 'person',
      regime: 'DSGVO',
      ground: 'consent-withdrawn',
      status: 'requested',
      statusSince: '2016-01-10',
      holds: [],
      missing: [],
      revision: 0,
    }));
  it('shows that whoever asked has thought better of it', async () =>
    expect(await rowAfter(erasureRequested, erasureWithdrawn)).toMatchObject({
      status: 'withdrawn',
      statusSince: '2016-01-13',
    }));
  it('shows holds, also before anybody asks', async () => {
    expect(await rowAfter(holdPlaced)).toMatchObject({ status: 'held', holds: [{ reason: 'funding-audit' }] });
    expect(await rowAfter(holdPlaced, holdLifted)).toMatchObject({ holds: [] });
  });
  it('shows which services are still missing, down to none', async () => {
    const ordered = [erasureRequested, erasureOrdered] as const;
    expect(await rowAfter(...ordered)).toMatchObject({ status: 'ordered', missing: ['registration', 'training'] });
    expect(await rowAfter(...ordered, acknowledgedBy('registration'))).toMatchObject({ missing: ['training'] });
    const all = [...ordered, acknowledgedBy('registration'), acknowledgedBy('training'), erasureCompleted];
    expect(await rowAfter(...all)).toMatchObject({ status: 'completed', missing: [], revision: 4 });
  });
  it('shows what the clock proposes, until when, and that somebody objected', async () => {
    expect(await rowAfter(erasureProposed)).toMatchObject({
      ...{ status: 'proposed', retention: 'former-volunteers', carryOutOn: '2016-02-09' },
    });
    expect(await rowAfter(erasureProposed, erasureObjected)).toMatchObject({ status: 'objected' });
  });
});
