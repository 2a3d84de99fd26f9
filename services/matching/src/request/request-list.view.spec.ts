import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  accepted,
  confirmed,
  declined,
  details,
  ended,
  expired,
  made,
  recorded,
  visited,
  withdrawn,
} from '../example-facts.js';
import type { RequestEvent } from './request.events.js';
import { requestList } from './request-list.view.js';
import { request } from './request.stream.js';

const rowAfter = async (...events: RequestEvent[]) =>
  (await foldProjection(requestList, recordedEvents(request, { id: 'request-1' }, ...events))).get('request-1');
const current = { id: 'proposal-1', volunteerId: 'volunteer-1' };

describe('the list of requests', () => {
  it('shows what was asked for', async () =>
    expect(await rowAfter(recorded)).toEqual({
      ...details,
      id: 'request-1',
      status: 'open',
      receivedOn: '2015-05-04',
      declinedBy: [],
      revision: 0,
    }));
  it('shows a correction and keeps what happened', async () => {
    const corrected = {
      type: 'RequestCorrected',
      happenedOn: made.happenedOn,
      data: { ...details, languages: ['fa'], proposalId: 'proposal-1' },
    } as const;
    const row = await rowAfter(recorded, made, corrected);
    expect(row).toMatchObject({ languages: ['fa'], proposal: { ...current, status: 'open' }, revision: 2 });
    expect(row).not.toHaveProperty('proposalId');
  });
  it('keeps which request it follows and who accompanied the household, through a correction too', async () => {
    const earlierPlacements = [{ placementId: 'placement-0', volunteerId: 'volunteer-0', reason: 'moved' }] as const;
    const rematch = { ...recorded, data: { ...recorded.data, follows: 'request-0' } };
    const noted = {
      type: 'EarlierPlacementsNoted',
      happenedOn: recorded.happenedOn,
      data: { earlierPlacements },
    } as const;
    const corrected = { type: 'RequestCorrected', happenedOn: recorded.happenedOn, data: details } as const;
    expect(await rowAfter(rematch, noted)).toMatchObject({ follows: 'request-0', earlierPlacements, revision: 1 });
    expect(await rowAfter(rematch, noted, corrected)).toMatchObject({ follows: 'request-0', earlierPlacements });
  });
  it('follows the current proposal', async () => {
    expect(await rowAfter(recorded, made)).toMatchObject({ proposal: { ...current, status: 'open' } });
    expect(await rowAfter(recorded, made, accepted)).toMatchObject({ proposal: { ...current, status: 'accepted' } });
    expect(await rowAfter(recorded, made, expired)).not.toHaveProperty('proposal');
  });
  it('remembers who declined', async () => {
    const row = await rowAfter(recorded, made, declined);
    expect(row).toMatchObject({ declinedBy: ['volunteer-1'], status: 'open' });
    expect(row).not.toHaveProperty('proposal');
  });
  it('follows the placement to its end', async () => {
    const placed = { placementId: 'placement-1', proposal: { ...current, status: 'confirmed' } };
    expect(await rowAfter(recorded, made, confirmed)).toMatchObject({ ...placed, status: 'confirmed' });
    expect(await rowAfter(recorded, made, confirmed, visited)).toMatchObject({ status: 'confirmed', revision: 3 });
    expect(await rowAfter(recorded, made, confirmed, ended)).toMatchObject({ ...placed, status: 'ended' });
  });
  it('shows a withdrawal', async () =>
    expect(await rowAfter(recorded, withdrawn)).toMatchObject({ status: 'withdrawn' }));
});
