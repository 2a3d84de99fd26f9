import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { Reason, RequestEvent } from '../request/request.events.js';
import { currentProposal, type RequestState } from '../request/request.stream.js';

export type ProposeVolunteerRefusal = 'request-closed' | 'already-proposed' | 'volunteer-declined';

export interface ProposeVolunteer {
  readonly proposalId: string;
  readonly volunteerId: string;
  readonly score: number;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly reasons: readonly Reason[];
  readonly on: Day;
}

/** Whoever was faster than the computation wins: a closed request, another proposal or a refusal stays. */
export function proposeVolunteer(
  { on, ...data }: ProposeVolunteer,
  state: RequestState,
): Decision<RequestEvent, ProposeVolunteerRefusal> {
  if (state.status !== 'open' || state.restricted) return refuse('request-closed');
  const current = currentProposal(state);
  if (current) return current.volunteerId === data.volunteerId ? [] : refuse('already-proposed');
  for (const proposal of state.proposals.values())
    if (proposal.status === 'declined' && proposal.volunteerId === data.volunteerId)
      return refuse('volunteer-declined');
  return [{ type: 'ProposalMade', happenedOn: laterOf(on, state.since), data }];
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}
