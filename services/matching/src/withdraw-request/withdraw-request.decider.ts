import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import { currentProposal, type RequestState } from '../request/request.stream.js';

export type WithdrawRequestRefusal = 'unknown-request' | 'request-confirmed' | 'earlier-than-last-change';

/** The need is gone; a proposal that was still current ends with it. A confirmed placement is ended, not withdrawn. */
export function withdrawRequest(
  { on }: { readonly on: Day },
  state: RequestState,
): Decision<RequestEvent, WithdrawRequestRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-request');
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
