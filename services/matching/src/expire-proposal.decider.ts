import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ExpiryCause, RequestEvent } from './request/request.events.js';
import type { RequestState } from './request/request.stream.js';

export type ExpireProposalRefusal = 'proposal-decided';

export interface ExpireProposal {
  readonly proposalId: string;
  readonly cause: ExpiryCause;
  readonly on: Day;
}

/** A newer computation no longer holds the proposal. What somebody has decided in the meantime stays. */
export function expireProposal(
  { proposalId, cause, on }: ExpireProposal,
  state: RequestState,
): Decision<RequestEvent, ExpireProposalRefusal> {
  const proposal = state.status === 'unknown' ? undefined : state.proposals.get(proposalId);
  if (state.status === 'unknown' || !proposal) return [];
  if (proposal.status === 'expired') return [];
  // An agreement ends only with the volunteer's engagement, or while one of the two may not be written about.
  const endsAgreements = cause === 'volunteer-unavailable' || cause === 'restricted';
  const mayExpire = proposal.status === 'open' || (proposal.status === 'accepted' && endsAgreements);
  if (!mayExpire) return refuse('proposal-decided');
  const happenedOn = on > state.since ? on : state.since;
  return [{ type: 'ProposalExpired', happenedOn, data: { proposalId, volunteerId: proposal.volunteerId, cause } }];
}
