import { defineProjection, parseStreamName, type Day } from '@lotsennetz/kernel';
import type { ExpiryCause, Reason } from './request.events.js';
import { request, type ProposalStatus } from './request.stream.js';

export interface ProposalRow {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly status: ProposalStatus;
  /** Sum of the reasons' points, 0 to 1000. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What the two share. */
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly madeOn: Day;
  /** The day it was accepted, declined, expired or confirmed. */
  readonly decidedOn?: Day;
  readonly expiredBecause?: ExpiryCause;
  readonly placementId?: string;
  /** Of the request, which decides; for If-Match. */
  readonly revision: number;
}

export const proposalList = defineProjection<ProposalRow>()({
  name: 'proposal-list',
  version: 1,
  streams: [request],
  indexes: ['status', 'requestId', 'volunteerId', 'madeOn'],
  rowsOf: ({ data }) => ('proposalId' in data ? [data.proposalId] : []),
  evolve: (row: ProposalRow | undefined, event, id) => {
    const { revision, happenedOn: decidedOn } = event;
    if (event.type === 'ProposalMade') {
      const { proposalId: _, ...made } = event.data;
      return { ...made, id, requestId: requestOf(event.stream), status: 'open', madeOn: decidedOn, revision };
    }
    if (!row) return undefined;
    switch (event.type) {
      case 'ProposalAccepted':
        return { ...row, status: 'accepted', decidedOn, revision };
      case 'ProposalDeclined':
        return { ...row, status: 'declined', decidedOn, revision };
      case 'ProposalExpired':
        return { ...row, status: 'expired', expiredBecause: event.data.cause, decidedOn, revision };
      case 'PlacementConfirmed':
        return { ...row, status: 'confirmed', placementId: event.data.placementId, decidedOn, revision };
      case 'RequestRecorded':
      case 'EarlierPlacementsNoted':
      case 'RequestCorrected':
      case 'RequestWithdrawn':
      case 'RestrictionLearnt':
      case 'RestrictionEndLearnt':
      case 'VisitLogged':
      case 'PlacementEnded':
        return { ...row, revision };
    }
  },
});

const requestOf = (stream: string) => parseStreamName(stream).id;
