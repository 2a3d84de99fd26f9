import type { Day, Decision } from '@lotsennetz/kernel';
import type { RequestDetails, RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export interface RecordAskedRequest {
  readonly details: RequestDetails;
  readonly receivedOn: Day;
}

/** One request for each household that asked; whatever has become of it since stays. */
export function recordAskedRequest(
  { details, receivedOn }: RecordAskedRequest,
  state: RequestState,
): Decision<RequestEvent, never> {
  return state.status === 'unknown' ? [{ type: 'RequestRecorded', happenedOn: receivedOn, data: details }] : [];
}
