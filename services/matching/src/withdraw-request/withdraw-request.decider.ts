import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import { currentProposal, type RequestState } from '../request/request.stream.js';

export interface WithdrawRequest {
  /** The household that says so itself; then it must be theirs. */
  readonly newcomerId?: string | undefined;
  readonly on: Day;
}

export type WithdrawRequestRefusal = 'unknown-request' | 'request-confirmed' | 'earlier-than-last-change';

/** The need is gone; a proposal that was still current ends with it. A confirmed placement is ended, not withdrawn. */
export function withdrawRequest(
  { newcomerId, on }: WithdrawRequest,
  state: RequestState,
): Decision<RequestEvent, WithdrawRequestRefusal> {
  if (state.status === 'unknown') return refuse('unknown-request');
  if (newcomerId !== undefined && newcomerId !== state.details.newcomerId) return refuse('unknown-request');
  switch (state.status) {
    case 'withdrawn':
      return [];
    case 'placed':
      return refuse('request-confirmed');
    case 'open': {
      if (on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      const current = currentProposal(state);
      const withdrawn = { type: 'RequestWithdrawn', happenedOn: on, data: {} } as const;
      if (!current) return [withdrawn];
      const data = { proposalId: current.id, volunteerId: current.volunteerId, cause: 'request-withdrawn' } as const;
      return [{ type: 'ProposalExpired', happenedOn: on, data }, withdrawn];
    }
  }
}
