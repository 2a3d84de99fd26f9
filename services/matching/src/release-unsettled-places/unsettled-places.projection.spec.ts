import type { RecordedEvent } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { helper } from '../helper/helper.stream.js';
import { request } from '../request/request.stream.js';
import { available, confirmed, ended, made, placeReleased, placeTaken, recorded, visited } from '../example-facts.js';
import { unsettledPlaces } from './unsettled-places.projection.js';

const taken = recordedEvents(helper, { id: 'volunteer-1', place: 1 }, ...available, placeTaken);
const confirmation = recordedEvents(request, { id: 'request-1', place: 5 }, recorded, made, confirmed, visited);
const ending = recordedEvents(request, { id: 'request-1', from: 4, place: 9 }, ended);
const release = recordedEvents(helper, { id: 'volunteer-1', from: 4, place: 10 }, placeReleased);
const places = async (...events: RecordedEvent[]) => [...(await foldProjection(unsettledPlaces, events)).values()];

describe('places on which the two streams do not agree', () => {
  const unsettled = { placementId: 'placement-1', requestId: 'request-1', volunteerId: 'volunteer-1' };

  it('shows one that is taken and not confirmed', async () =>
    expect(await places(...taken)).toEqual([expect.objectContaining(unsettled)]));
  it('is empty once it is confirmed', async () => expect(await places(...taken, ...confirmation)).toEqual([]));
  it('shows one that is still held after the end', async () =>
    expect(await places(...taken, ...confirmation, ...ending)).toEqual([expect.objectContaining(unsettled)]));
  it('is empty once it is released', async () => {
    expect(await places(...taken, ...confirmation, ...ending, ...release)).toEqual([]);
    expect(
      await places(...taken, ...recordedEvents(helper, { id: 'volunteer-1', from: 4, place: 5 }, placeReleased)),
    ).toEqual([]);
  });
});
