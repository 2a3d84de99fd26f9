import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export interface DeclineProposal {
  readonly proposalId: string;
  /** Who answers in person; then it must be theirs. Absent: somebody answers for them. */
  readonly volunteerId?: string | undefined;
  readonly on: Day;
}

export type DeclineProposalRefusal =
  'unknown-proposal' | 'proposal-closed' | 'proposal-confirmed' | 'earlier-than-last-change';

/** The volunteer would rather not, also after having agreed; the two are not proposed to each other again. */
export function declineProposal(
  { proposalId, volunteerId, on }: DeclineProposal,
  state: RequestState,
): Decision<RequestEvent, DeclineProposalRefusal> {
  const proposal = state.status === 'unknown' ? undefined : state.proposals.get(proposalId);
  if (state.status === 'unknown' || !proposal) return refuse('unknown-proposal');
  if (volunteerId !== undefined && volunteerId !== proposal.volunteerId) return refuse('unknown-proposal');
  switch (proposal.status) {
    case 'declined':
      return [];
    case 'expired':
      return refuse('proposal-closed');
    case 'confirmed':
      return refuse('proposal-confirmed');
    case 'open':
    case 'accepted': {
      if (on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      const data = { proposalId, volunteerId: proposal.volunteerId };
      return [{ type: 'ProposalDeclined', happenedOn: on, data }];
    }
  }
}
