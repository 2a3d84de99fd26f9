import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  accepted,
  confirmed,
  declined,
  details,
  ended,
  expired,
  made,
  offer,
  recorded,
  visited,
  withdrawn,
} from '../example-facts.js';
import type { RequestEvent } from './request.events.js';
import { proposalList } from './proposal-list.view.js';
import { request } from './request.stream.js';

const rowAfter = async (...events: RequestEvent[]) =>
  (await foldProjection(proposalList, recordedEvents(request, { id: 'request-1' }, recorded, ...events))).get(
    'proposal-1',
  );

describe('the list of proposals', () => {
  it('shows nothing of a request without one', async () => expect(await rowAfter(withdrawn)).toBeUndefined());
  it('shows the reasons', async () => {
    const { proposalId: _, ...reasons } = offer;
    expect(await rowAfter(made)).toEqual({
      ...reasons,
      id: 'proposal-1',
      requestId: 'request-1',
      status: 'open',
      madeOn: '2015-05-10',
      revision: 1,
    });
  });
  it('shows what was decided, and when', async () => {
    const decidedOn = '2015-05-12';
    expect(await rowAfter(made, accepted)).toMatchObject({ status: 'accepted', decidedOn });
    expect(await rowAfter(made, declined)).toMatchObject({ status: 'declined', decidedOn });
    expect(await rowAfter(made, expired)).toMatchObject({ status: 'expired', expiredBecause: 'replaced', decidedOn });
    expect(await rowAfter(made, accepted, confirmed, visited, ended)).toMatchObject({
      status: 'confirmed',
      placementId: 'placement-1',
      decidedOn: '2015-05-13',
    });
  });
  it('keeps up with the revision when the request is corrected', async () => {
    const data = { ...details, proposalId: 'proposal-1' };
    const corrected = { type: 'RequestCorrected', happenedOn: made.happenedOn, data } as const;
    expect(await rowAfter(made, corrected)).toMatchObject({ status: 'open', revision: 2 });
  });
});
