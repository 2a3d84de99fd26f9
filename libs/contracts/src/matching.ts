import { defineContract, field } from '@lotsennetz/kernel';
import { erasureAcknowledgedBy } from './acknowledgement.js';
import { personDataGatheredBy } from './person-data.js';
import { placementKinds, urgencies } from './vocabulary.js';

/** What the matching service publishes. */

export const requestRecorded = defineContract('matching.request-recorded.v1', 'Somebody asks for a guide.', {
  requestId: field.id(),
  urgency: field.code(...urgencies),
  kind: field.code(...placementKinds),
  languages: field.list(field.language()),
  topics: field.list(field.topic()),
  /** A rematch: the earlier request of the same household, whose placement has ended. */
  follows: field.optional(field.id()),
});

export const requestWithdrawn = defineContract(
  'matching.request-withdrawn.v1',
  'The request has ended without a placement.',
  {
    requestId: field.id(),
    /** Absent: the need was gone. */
    cause: field.optional(field.code('erased')),
  },
);

const proposal = { proposalId: field.id(), requestId: field.id(), volunteerId: field.id() } as const;

export const proposalMade = defineContract('matching.proposal-made.v1', 'A volunteer is proposed for a request.', {
  ...proposal,
  topics: field.list(field.topic()),
  languages: field.list(field.language()),
});
export const proposalAccepted = defineContract(
  'matching.proposal-accepted.v1',
  'The volunteer would take the request on.',
  proposal,
);
export const proposalDeclined = defineContract(
  'matching.proposal-declined.v1',
  'The volunteer would rather not.',
  proposal,
);
export const proposalExpired = defineContract(
  'matching.proposal-expired.v1',
  'A newer computation or another decision has replaced the proposal.',
  {
    ...proposal,
    /** Absent: something else than a forgotten person was the reason. */
    cause: field.optional(field.code('erased')),
  },
);

const placement = { placementId: field.id(), requestId: field.id(), volunteerId: field.id() } as const;

export const placementConfirmed = defineContract(
  'matching.placement-confirmed.v1',
  'A volunteer now accompanies a household.',
  {
    ...placement,
    /** The household, where the request names one that is registered: so that the two can be introduced. */
    newcomerId: field.optional(field.id()),
  },
);
export const visitLogged = defineContract('matching.visit-logged.v1', 'A volunteer has visited.', {
  ...placement,
  minutes: field.integer(),
});
export const placementEnded = defineContract(
  'matching.placement-ended.v1',
  'A placement is over; the place at the volunteer is free again.',
  {
    ...placement,
    reason: field.code('done', 'moved', 'contact-lost', 'overload', 'conflict', 'other', 'erased'),
  },
);

export const erasureAcknowledged = erasureAcknowledgedBy('matching');
export const personDataGathered = personDataGatheredBy('matching');
