import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestDetails, RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export type RecordRequestRefusal = 'code-taken';

export interface RecordRequest {
  readonly details: RequestDetails;
  readonly receivedOn: Day;
}

/** A running number of the office's list names one request for ever; a second request cannot have it. */
export function recordRequest(
  { details, receivedOn }: RecordRequest,
  state: RequestState,
): Decision<RequestEvent, RecordRequestRefusal> {
  if (state.status !== 'unknown') return refuse('code-taken');
  return [{ type: 'RequestRecorded', happenedOn: receivedOn, data: details }];
}
