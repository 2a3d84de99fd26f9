import { matching } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { request } from './request/request.stream.js';

/** The only exit of this service. Places at volunteers are its own affair: others learn of placements. */
export const publishedEvents: readonly Publish[] = [
  publishes(request, {
    RequestRecorded: ({ data: { urgency, kind, languages, topics, follows } }, requestId) =>
      publishAs(matching.requestRecorded, {
        ...{ requestId, urgency, kind, languages, topics },
        ...(follows === undefined ? {} : { follows }),
      }),
    RequestWithdrawn: ({ data }, requestId) => publishAs(matching.requestWithdrawn, { requestId, ...data }),
    ProposalMade: ({ data: { proposalId, volunteerId, topics, languages } }, requestId) =>
      publishAs(matching.proposalMade, { proposalId, requestId, volunteerId, topics, languages }),
    ProposalAccepted: ({ data }, requestId) => publishAs(matching.proposalAccepted, { ...data, requestId }),
    ProposalDeclined: ({ data }, requestId) => publishAs(matching.proposalDeclined, { ...data, requestId }),
    ProposalExpired: ({ data: { proposalId, volunteerId, cause } }, requestId) =>
      publishAs(matching.proposalExpired, {
        ...{ proposalId, requestId, volunteerId },
        ...(cause === 'erased' ? { cause } : {}),
      }),
    PlacementConfirmed: ({ data: { proposalId: _, ...placement } }, requestId) =>
      publishAs(matching.placementConfirmed, { ...placement, requestId }),
    VisitLogged: ({ data: { placementId, volunteerId, minutes } }, requestId) =>
      publishAs(matching.visitLogged, { placementId, requestId, volunteerId, minutes }),
    PlacementEnded: ({ data: { placementId, volunteerId, reason } }, requestId) =>
      publishAs(matching.placementEnded, { placementId, requestId, volunteerId, reason }),
  }),
];
