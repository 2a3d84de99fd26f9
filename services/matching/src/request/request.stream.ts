import { defineStream, type Day } from '@lotsennetz/kernel';
import {
  requestEvents,
  type EarlierPlacement,
  type EndReason,
  type RequestDetails,
  type RequestEvent,
} from './request.events.js';

export type ProposalStatus = 'open' | 'accepted' | 'declined' | 'expired' | 'confirmed';

export interface ProposalState {
  readonly volunteerId: string;
  readonly status: ProposalStatus;
}

export type Placement = {
  readonly id: string;
  readonly volunteerId: string;
  readonly proposalId: string;
  readonly since: Day;
} & ({ readonly status: 'running' } | { readonly status: 'ended'; readonly endedOn: Day; readonly reason: EndReason });

interface Known {
  readonly details: RequestDetails;
  /** Placements of the requests that this one follows; the oldest first. */
  readonly earlierPlacements: readonly EarlierPlacement[];
  /** Business day of the last change; nothing but a visit may be said to have happened before it. */
  readonly since: Day;
  readonly proposals: ReadonlyMap<string, ProposalState>;
  /** The household may not be proposed to anybody for now. */
  readonly restricted?: boolean;
}

export type RequestState =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'open' | 'withdrawn' } & Known)
  | ({ readonly status: 'placed'; readonly placement: Placement } & Known);

/**
 * A household's request with its proposals and the placement that came of it. They are one stream because they
 * are one decision: at most one proposal is current, and at most one is ever confirmed.
 */
export const request = defineStream({
  service: 'matching',
  category: 'request',
  schemas: requestEvents,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: RequestState, event: RequestEvent): RequestState {
  if (event.type === 'RequestRecorded') {
    const { follows: _, ...details } = event.data;
    return { status: 'open', details, earlierPlacements: [], since: event.happenedOn, proposals: new Map() };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'EarlierPlacementsNoted':
      return { ...state, ...event.data };
    case 'RequestCorrected':
      return { ...state, details: event.data };
    case 'RestrictionLearnt':
      return { ...state, restricted: true };
    case 'RestrictionEndLearnt':
      return { ...state, restricted: false };
    case 'RequestWithdrawn':
      return { ...state, status: 'withdrawn', since: event.happenedOn };
    case 'ProposalMade':
      return withProposal(state, event, 'open');
    case 'ProposalAccepted':
      return withProposal(state, event, 'accepted');
    case 'ProposalDeclined':
      return withProposal(state, event, 'declined');
    case 'ProposalExpired':
      return withProposal(state, event, 'expired');
    case 'PlacementConfirmed':
      return placed(withProposal(state, event, 'confirmed'), event);
    case 'VisitLogged':
      return state;
    case 'PlacementEnded':
      return ended(state, event);
  }
}

type KnownState = Exclude<RequestState, { readonly status: 'unknown' }>;
interface AboutProposal {
  readonly happenedOn: Day;
  readonly data: { readonly proposalId: string; readonly volunteerId: string };
}

function withProposal(state: KnownState, { happenedOn, data }: AboutProposal, status: ProposalStatus): KnownState {
  const proposals = new Map(state.proposals).set(data.proposalId, { volunteerId: data.volunteerId, status });
  return { ...state, proposals, since: happenedOn };
}

function placed(state: KnownState, event: Extract<RequestEvent, { type: 'PlacementConfirmed' }>): RequestState {
  const { placementId, volunteerId, proposalId } = event.data;
  const placement = { id: placementId, volunteerId, proposalId, since: event.happenedOn, status: 'running' } as const;
  return { ...state, status: 'placed', placement };
}

function ended(state: KnownState, event: Extract<RequestEvent, { type: 'PlacementEnded' }>): RequestState {
  if (state.status !== 'placed') return state;
  const { happenedOn: endedOn, data } = event;
  const placement = { ...state.placement, status: 'ended', endedOn, reason: data.reason } as const;
  return { ...state, since: endedOn, placement };
}

/** The proposal that waits for a decision or has been agreed to; a request has at most one. */
export function currentProposal(state: RequestState): (ProposalState & { readonly id: string }) | undefined {
  if (state.status === 'unknown') return undefined;
  for (const [id, proposal] of state.proposals)
    if (proposal.status === 'open' || proposal.status === 'accepted') return { id, ...proposal };
  return undefined;
}
