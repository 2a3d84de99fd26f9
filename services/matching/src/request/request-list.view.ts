import { defineProjection, type Day } from '@lotsennetz/kernel';
import type { EarlierPlacement, RequestDetails } from './request.events.js';
import { request } from './request.stream.js';

export interface RequestRow extends RequestDetails {
  readonly id: string;
  readonly status: RequestRowStatus;
  /** The request whose placement has ended and that this one carries on. */
  readonly follows?: string;
  /** Placements of all requests this one follows; the oldest first. */
  readonly earlierPlacements?: readonly EarlierPlacement[];
  readonly receivedOn: Day;
  /** The proposal that waits for a decision, has been agreed to, or was confirmed. */
  readonly proposal?: {
    readonly id: string;
    readonly volunteerId: string;
    readonly status: 'open' | 'accepted' | 'confirmed';
  };
  readonly placementId?: string;
  /** Volunteers who would rather not: they are not proposed for this request again. */
  readonly declinedBy: readonly string[];
  /** What is stored about the household may not be used for now. */
  readonly restricted?: boolean;
  readonly revision: number;
}

/** `ended`: the placement is over. */
export const requestRowStatuses = ['open', 'confirmed', 'ended', 'withdrawn'] as const;
export type RequestRowStatus = (typeof requestRowStatuses)[number];

export const requestList = defineProjection<RequestRow>()({
  name: 'request-list',
  version: 4,
  streams: [request],
  indexes: ['status', 'receivedOn', 'town', 'newcomerId', 'follows'],
  evolve: (row: RequestRow | undefined, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'RequestRecorded')
      return { ...event.data, id, status: 'open', receivedOn: happenedOn, declinedBy: [], revision };
    if (!row) return undefined;
    const { proposal: _, ...free } = { ...row, revision };
    switch (event.type) {
      case 'EarlierPlacementsNoted':
        return { ...row, ...event.data, revision };
      case 'RequestCorrected': {
        const { proposalId: __, ...details } = event.data;
        return { ...details, ...keptOf(row), revision };
      }
      case 'RestrictionLearnt':
        return { ...row, restricted: true, revision };
      case 'RestrictionEndLearnt':
        return { ...row, restricted: false, revision };
      case 'RequestWithdrawn':
        return { ...row, status: 'withdrawn', revision };
      case 'ProposalMade':
        return { ...free, proposal: about(event.data, 'open') };
      case 'ProposalAccepted':
        return { ...free, proposal: about(event.data, 'accepted') };
      case 'ProposalDeclined':
        return { ...free, declinedBy: [...row.declinedBy, event.data.volunteerId] };
      case 'ProposalExpired':
        return free;
      case 'PlacementConfirmed': {
        const { placementId } = event.data;
        return { ...free, status: 'confirmed', placementId, proposal: about(event.data, 'confirmed') };
      }
      case 'VisitLogged':
        return { ...row, revision };
      case 'PlacementEnded':
        return { ...row, status: 'ended', revision };
    }
  },
});

/** What a correction of the details leaves as it is. */
function keptOf({ id, status, receivedOn, declinedBy, ...row }: RequestRow) {
  const { follows, earlierPlacements, proposal, placementId, restricted } = row;
  return {
    ...{ id, status, receivedOn, declinedBy },
    ...(follows ? { follows } : {}),
    ...(earlierPlacements ? { earlierPlacements } : {}),
    ...(proposal ? { proposal } : {}),
    ...(placementId ? { placementId } : {}),
    ...(restricted ? { restricted } : {}),
  };
}

function about<Status extends 'open' | 'accepted' | 'confirmed'>(
  { proposalId, volunteerId }: { readonly proposalId: string; readonly volunteerId: string },
  status: Status,
) {
  return { id: proposalId, volunteerId, status };
}
