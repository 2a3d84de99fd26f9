import { day } from '@lotsennetz/kernel';
import type { HelperProfile } from './helper/helper.stream.js';
import type { RequestDetails } from './request/request.events.js';

/** Named facts of the specifications: one household, its request, its proposals. */

export const received = day('2015-05-04');
export const proposedOn = day('2015-05-10');
export const decidedOn = day('2015-05-12');
export const confirmedOn = day('2015-05-13');
export const endedOn = day('2015-07-01');

export const details: RequestDetails = {
  about: 'request-1',
  code: 'SI-001',
  askedBy: 'school',
  householdSize: 3,
  languages: ['ar', 'en'],
  topics: ['health', 'forms'],
  availability: ['mon-morning', 'tue-morning'],
  postalCode: '57072',
  town: 'Siegen',
  urgency: 'normal',
  kind: 'one-off',
};

export const profile: HelperProfile = {
  languages: ['de', 'ar'],
  topics: ['health'],
  availability: ['mon-morning'],
  capacity: 1,
  gender: 'female',
  postalCode: '57074',
  town: 'Siegen',
  maxDistanceKm: 10,
};

const proposal = { proposalId: 'proposal-1', volunteerId: 'volunteer-1' } as const;
const placement = { placementId: 'placement-1', volunteerId: 'volunteer-1' } as const;

const reason = { code: 'shared-language', points: 0, values: ['ar'] } as const;
export const offer = { ...proposal, score: 900, languages: ['ar'], topics: ['health'], reasons: [reason] } as const;

export const recorded = { type: 'RequestRecorded', happenedOn: received, data: details } as const;
export const made = { type: 'ProposalMade', happenedOn: proposedOn, data: offer } as const;
export const accepted = { type: 'ProposalAccepted', happenedOn: decidedOn, data: proposal } as const;
export const declined = { type: 'ProposalDeclined', happenedOn: decidedOn, data: proposal } as const;
export const expired = {
  type: 'ProposalExpired',
  happenedOn: decidedOn,
  data: { ...proposal, cause: 'replaced' },
} as const;
export const confirmed = {
  type: 'PlacementConfirmed',
  happenedOn: confirmedOn,
  data: { ...placement, proposalId: 'proposal-1' },
} as const;
export const visited = {
  type: 'VisitLogged',
  happenedOn: day('2015-05-20'),
  data: { ...placement, visitId: 'visit-1', about: 'request-1', minutes: 90 },
} as const;
export const ended = { type: 'PlacementEnded', happenedOn: endedOn, data: { ...placement, reason: 'done' } } as const;
export const withdrawn = { type: 'RequestWithdrawn', happenedOn: decidedOn, data: {} } as const;

export const learnt = { type: 'ProfileLearnt', happenedOn: day('2015-01-06'), data: profile } as const;
export const acceptanceLearnt = { type: 'AcceptanceLearnt', happenedOn: day('2015-01-07'), data: {} } as const;
export const certificateLearnt = {
  type: 'CertificateLearnt',
  happenedOn: day('2015-03-31'),
  data: { certificateId: 'SI-2015-01-03' },
} as const;
export const available = [certificateLearnt, learnt, acceptanceLearnt] as const;
const place = { placementId: 'placement-1', requestId: 'request-1' } as const;
export const placeTaken = { type: 'PlaceTaken', happenedOn: confirmedOn, data: place } as const;
export const placeReleased = {
  type: 'PlaceReleased',
  happenedOn: endedOn,
  data: { ...place, cause: 'ended' },
} as const;
