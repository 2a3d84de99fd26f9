import type { Day, Decision } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import { currentProposal, type Placement, type RequestState } from '../request/request.stream.js';

/**
 * Ends whatever of a request still concerns a forgotten person: as the household, the request with all that hangs on
 * it; as the volunteer, the current proposal and the running placement. What is over stays, and is counted.
 */
export function endErasedHelp(
  { subjectId, on }: { readonly subjectId: string; readonly on: Day },
  state: RequestState,
): Decision<RequestEvent, never> {
  if (state.status === 'unknown') return [];
  const happenedOn = on > state.since ? on : state.since;
  const isHousehold = state.details.about === subjectId || state.details.newcomerId === subjectId;
  const proposal = currentProposal(state);
  const events: RequestEvent[] = [];
  if (proposal && (isHousehold || proposal.volunteerId === subjectId)) {
    const data = { proposalId: proposal.id, volunteerId: proposal.volunteerId, cause: 'erased' } as const;
    events.push({ type: 'ProposalExpired', happenedOn, data });
  }
  if (isHousehold && state.status === 'open')
    events.push({ type: 'RequestWithdrawn', happenedOn, data: { cause: 'erased' } });
  const placement = runningPlacement(state);
  if (placement && (isHousehold || placement.volunteerId === subjectId)) {
    const data = { placementId: placement.id, volunteerId: placement.volunteerId, reason: 'erased' } as const;
    events.push({ type: 'PlacementEnded', happenedOn, data });
  }
  return events;
}

function runningPlacement(state: RequestState): Placement | undefined {
  return state.status === 'placed' && state.placement.status === 'running' ? state.placement : undefined;
}
