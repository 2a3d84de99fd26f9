import { dayParts, placementKinds, urgencies } from '@lotsennetz/contracts';
import { defineEvents, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

/** Who turns to the office: the household itself, or somebody on its behalf. */
export const askers = ['self', 'school', 'job-centre', 'social-office', 'childcare', 'other'] as const;
export type Asker = (typeof askers)[number];

export const wishedGenders = ['female', 'male', 'diverse'] as const;

/** Why a placement ended, as the office may say. */
export const endReasons = ['done', 'moved', 'contact-lost', 'overload', 'conflict', 'other'] as const;
/** `erased`: one of the two was forgotten. */
const everyEndReason = [...endReasons, 'erased'] as const;

/** Why a proposal expired. `erased`, `restricted`: the household or the volunteer was. */
const expiryCauses = ['replaced', 'request-withdrawn', 'volunteer-unavailable', 'erased', 'restricted'] as const;

const details = {
  /** The newcomer where one is named, else the request itself: whose key seals the personal fields. */
  about: field.id(),
  newcomerId: field.optional(field.id()),
  code: field.optional(field.publicText('running number of an office list')),
  askedBy: field.code(...askers),
  /** Sealed: people write "neighbour, Ms ..." where an organisation is asked for. */
  organisation: field.optional(field.personal('note', 'about')),
  householdSize: field.optional(field.integer()),
  languages: field.list(field.language()),
  topics: field.list(field.topic()),
  /** Empty: any time. */
  availability: field.list(field.code(...dayParts)),
  postalCode: field.optional(field.publicText('an area of thousands of people')),
  town: field.optional(field.publicText('an area of thousands of people')),
  urgency: field.code(...urgencies),
  kind: field.code(...placementKinds),
  genderWish: field.optional(field.code(...wishedGenders)),
  note: field.optional(field.personal('note', 'about')),
} as const;

/** One part of a score: a code and figures that every language can put into words. */
const reason = {
  code: field.code(
    ...(['shared-language', 'shared-topic', 'shared-day-part', 'time-by-arrangement'] as const),
    ...(['distance', 'same-town', 'distance-unknown'] as const),
  ),
  points: field.integer(),
  values: field.optional(field.list(field.id())),
  km: field.optional(field.number()),
} as const;

const proposal = { proposalId: field.id(), volunteerId: field.id() } as const;
const placement = { placementId: field.id(), volunteerId: field.id() } as const;

/** A placement of the same household that is over. */
const earlierPlacement = { ...placement, reason: field.code(...everyEndReason) } as const;

export const requestEvents = defineEvents({
  RequestRecorded: {
    ...details,
    /** The request whose placement has ended and that this one carries on. */
    follows: field.optional(field.id()),
  },
  /**
   * Who has accompanied the household in the requests that this one follows, one after another; the oldest first. Apart
   * from what is asked for: whoever reads what is stored about them finds their own placement here, and no household.
   */
  EarlierPlacementsNoted: { earlierPlacements: field.list(field.record(earlierPlacement)) },
  /** `proposalId`: the proposal that stays current. */
  RequestCorrected: { ...details, proposalId: field.optional(field.id()) },
  RequestWithdrawn: { cause: field.optional(field.code('erased')) },
  /** What is stored about the household may not be used for now: nobody is proposed. */
  RestrictionLearnt: {},
  RestrictionEndLearnt: {},
  ProposalMade: {
    ...proposal,
    score: field.integer(),
    languages: field.list(field.language()),
    topics: field.list(field.topic()),
    reasons: field.list(field.record(reason)),
  },
  ProposalAccepted: proposal,
  ProposalDeclined: proposal,
  ProposalExpired: { ...proposal, cause: field.code(...expiryCauses) },
  PlacementConfirmed: { ...placement, proposalId: field.id(), newcomerId: field.optional(field.id()) },
  VisitLogged: {
    ...placement,
    visitId: field.id(),
    about: field.id(),
    minutes: field.integer(),
    note: field.optional(field.personal('note', 'about')),
  },
  PlacementEnded: { ...placement, reason: field.code(...everyEndReason) },
});

export type RequestEvent = EventOf<typeof requestEvents>;
export type RequestDetails = DataOf<typeof details>;
export type EarlierPlacement = DataOf<typeof earlierPlacement>;
export type Reason = DataOf<typeof reason>;
export type EndReason = (typeof everyEndReason)[number];
export type ExpiryCause = (typeof expiryCauses)[number];
