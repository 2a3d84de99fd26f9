import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { accepted, confirmed, details, ended, made, recorded, visited } from '../example-facts.js';
import type { RequestEvent } from './request.events.js';
import { placementList } from './placement-list.view.js';
import { request } from './request.stream.js';

const rowAfter = async (...events: RequestEvent[]) =>
  (await foldProjection(placementList, recordedEvents(request, { id: details.about }, recorded, made, ...events))).get(
    'placement-1',
  );

describe('the list of placements', () => {
  const running = { id: 'placement-1', requestId: 'request-1', volunteerId: 'volunteer-1', status: 'running' };

  it('shows nothing before the confirmation', async () => expect(await rowAfter(accepted)).toBeUndefined());
  it('shows who accompanies whom', async () =>
    expect(await rowAfter(confirmed)).toMatchObject({ ...running, confirmedOn: '2015-05-13', visits: [], minutes: 0 }));
  it('adds up visits', async () => {
    const second = { ...visited, data: { ...visited.data, visitId: 'visit-2', minutes: 30 } };
    expect(await rowAfter(confirmed, visited, second)).toMatchObject({
      visits: [
        { id: 'visit-1', on: '2015-05-20', minutes: 90 },
        { id: 'visit-2', on: '2015-05-20', minutes: 30 },
      ],
      minutes: 120,
    });
  });
  it('shows the end and takes late visits', async () =>
    expect(await rowAfter(confirmed, ended, visited)).toMatchObject({
      status: 'ended',
      endedOn: '2015-07-01',
      endReason: 'done',
      minutes: 90,
    }));
});
