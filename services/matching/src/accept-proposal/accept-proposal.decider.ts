import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export interface AcceptProposal {
  readonly proposalId: string;
  /** Who answers in person; then it must be theirs. Absent: somebody answers for them. */
  readonly volunteerId?: string | undefined;
  readonly on: Day;
}

export type AcceptProposalRefusal = 'unknown-proposal' | 'proposal-closed' | 'earlier-than-last-change';

/** The volunteer would take the request on. Confirming is the office's decision and comes later. */
export function acceptProposal(
  { proposalId, volunteerId, on }: AcceptProposal,
  state: RequestState,
): Decision<RequestEvent, AcceptProposalRefusal> {
  const proposal = state.status === 'unknown' ? undefined : state.proposals.get(proposalId);
  if (state.status === 'unknown' || !proposal) return refuse('unknown-proposal');
  if (volunteerId !== undefined && volunteerId !== proposal.volunteerId) return refuse('unknown-proposal');
  switch (proposal.status) {
    case 'accepted':
    case 'confirmed':
      return [];
    case 'declined':
    case 'expired':
      return refuse('proposal-closed');
    case 'open': {
      if (on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      const data = { proposalId, volunteerId: proposal.volunteerId };
      return [{ type: 'ProposalAccepted', happenedOn: on, data }];
    }
  }
}
