import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestDetails, RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export type RecordRequestRefusal = 'code-taken' | FollowRefusal;
type FollowRefusal = 'unknown-earlier-request' | 'placement-not-ended' | 'another-household';

export interface RecordRequest {
  readonly details: RequestDetails;
  readonly receivedOn: Day;
  /** A rematch: the earlier request of the same household, as it stands. What has ended stays ended. */
  readonly follows?: { readonly requestId: string; readonly earlier: RequestState };
}

/** A running number of the office's list names one request for ever; a second request cannot have it. */
export function recordRequest(
  { follows, ...command }: RecordRequest,
  state: RequestState,
): Decision<RequestEvent, RecordRequestRefusal> {
  if (state.status !== 'unknown') return refuse('code-taken');
  if (follows) return recordRematch(command, follows);
  return [{ type: 'RequestRecorded', happenedOn: command.receivedOn, data: command.details }];
}

/** The same household asks: whoever is forgotten under the earlier request is forgotten under this one too. */
function recordRematch(
  { details, receivedOn }: RecordRequest,
  { requestId, earlier }: NonNullable<RecordRequest['follows']>,
): Decision<RequestEvent, FollowRefusal> {
  if (earlier.status === 'unknown') return refuse('unknown-earlier-request');
  if (earlier.status !== 'placed' || earlier.placement.status !== 'ended') return refuse('placement-not-ended');
  const { about, newcomerId } = earlier.details;
  const named = details.newcomerId;
  if (named !== undefined && newcomerId !== undefined && named !== newcomerId) return refuse('another-household');
  const household = { about: named ?? about, ...(newcomerId === undefined ? {} : { newcomerId }) };
  const { id: placementId, volunteerId, reason } = earlier.placement;
  const earlierPlacements = [...earlier.earlierPlacements, { placementId, volunteerId, reason }];
  return [
    { type: 'RequestRecorded', happenedOn: receivedOn, data: { ...details, ...household, follows: requestId } },
    { type: 'EarlierPlacementsNoted', happenedOn: receivedOn, data: { earlierPlacements } },
  ];
}
