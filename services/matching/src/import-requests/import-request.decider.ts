import { canonical, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestDetails, RequestEvent } from '../request/request.events.js';
import { currentProposal, type RequestState } from '../request/request.stream.js';

export interface ImportRequest {
  readonly details: RequestDetails;
  readonly receivedOn: Day;
}

/**
 * Records a line; a line that is known and says something else corrects the request while it is open. The day it
 * was received stays, and so does everything about a request that is no longer open.
 */
export function importRequest(
  { details, receivedOn }: ImportRequest,
  state: RequestState,
): Decision<RequestEvent, never> {
  if (state.status === 'unknown') return [{ type: 'RequestRecorded', happenedOn: receivedOn, data: details }];
  // A note or a household that the office has added since is not in the list.
  const { about, note, newcomerId } = state.details;
  const kept = { about, ...(note === undefined ? {} : { note }), ...(newcomerId === undefined ? {} : { newcomerId }) };
  const corrected = { ...details, ...kept };
  if (state.status !== 'open' || comparable(corrected) === comparable(state.details)) return [];
  const current = currentProposal(state);
  const data = { ...corrected, ...(current ? { proposalId: current.id } : {}) };
  return [{ type: 'RequestCorrected', happenedOn: state.since, data }];
}

// Sealed values cannot be compared.
function comparable({ organisation: _, note: __, ...clear }: RequestDetails): string {
  return JSON.stringify(canonical(clear));
}
