import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

/** All but the last are final: once refused for one of them, this proposal can never be confirmed. */
export type ConfirmProposalRefusal = 'unknown-proposal' | 'proposal-closed' | 'earlier-than-last-change';

export interface ConfirmProposal {
  readonly proposalId: string;
  readonly placementId: string;
  readonly on: Day;
}

/**
 * The second half of a confirmation, after the place is taken. An open proposal may be confirmed as well as an
 * accepted one: where the volunteer agreed by telephone, the coordinator confirms at once.
 */
export function confirmProposal(
  { proposalId, placementId, on }: ConfirmProposal,
  state: RequestState,
): Decision<RequestEvent, ConfirmProposalRefusal> {
  const proposal = state.status === 'unknown' ? undefined : state.proposals.get(proposalId);
  if (state.status === 'unknown' || !proposal) return refuse('unknown-proposal');
  switch (proposal.status) {
    case 'confirmed':
      return [];
    case 'declined':
    case 'expired':
      return refuse('proposal-closed');
    case 'open':
    case 'accepted': {
      if (on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      const { newcomerId } = state.details;
      const household = newcomerId === undefined ? {} : { newcomerId };
      const data = { placementId, proposalId, volunteerId: proposal.volunteerId, ...household };
      return [{ type: 'PlacementConfirmed', happenedOn: on, data }];
    }
  }
}
