import { defineProjection, parseStreamName, type Instant } from '@lotsennetz/kernel';
import { helper } from '../helper/helper.stream.js';
import { request } from '../request/request.stream.js';

/** A place about which the volunteer's stream and the request's stream do not say the same yet. */
export interface UnsettledPlace {
  readonly placementId: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly since: Instant;
}

/** Usually empty: a row lives from taking a place to confirming the placement, and from ending it to releasing the place. */
export const unsettledPlaces = defineProjection<UnsettledPlace>()({
  name: 'unsettled-places',
  version: 1,
  streams: [helper, request],
  rowsOf: ({ data }) => ('placementId' in data ? [data.placementId] : []),
  evolve: (row: UnsettledPlace | undefined, event, placementId) => {
    const streamId = parseStreamName(event.stream).id;
    if (event.type === 'PlaceTaken')
      return { placementId, requestId: event.data.requestId, volunteerId: streamId, since: event.recordedAt };
    if (event.type === 'PlacementEnded')
      return { placementId, requestId: streamId, volunteerId: event.data.volunteerId, since: event.recordedAt };
    if (event.type === 'PlacementConfirmed' || event.type === 'PlaceReleased') return undefined;
    return row;
  },
});
