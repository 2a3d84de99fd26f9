import type { Answer, Row } from './answers.js';

export type { Page, Written } from './answers.js';

export type PublicTenant = Row<'/registration/tenants'>;
export type PublicCourse = Row<'/training/{tenant}/next-courses'>;

export type VolunteerRow = Row<'/registration/{tenant}/volunteers'>;
/** One person, with the ids of those merged into this one. */
export type VolunteerDetails = Answer<'/registration/{tenant}/volunteers/{id}'>;
export type VolunteerStatus = VolunteerRow['status'];
export const volunteerStatuses = [
  'interested',
  'active',
  'paused',
  'declined',
  'left',
] as const satisfies readonly VolunteerStatus[];
export type HouseholdRow = Row<'/registration/{tenant}/newcomers'>;
export type TimelineEntry = Row<'/registration/{tenant}/volunteers/{id}/timeline'>;

export type ProposalRow = Row<'/matching/{tenant}/proposals'>;
export type Reason = ProposalRow['reasons'][number];
export type RequestRow = Row<'/matching/{tenant}/requests'>;
export type WhyNot = NonNullable<RequestRow['whyNot']>;
export type RequestExplanation = Answer<'/matching/{tenant}/requests/{id}/explanation'>;
/** A placement of the household's earlier requests because of which somebody is not proposed again. */
export type EarlierPlacement = RequestExplanation['leftOut'][number];
/** What was computed for a request, when somebody was found. */
export type Candidate = Pick<
  Extract<RequestExplanation['draft'], { readonly kind: 'matched' }>,
  'volunteerId' | 'score' | 'reasons'
>;

export type PlacementRow = Row<'/matching/{tenant}/placements'>;
/** Why a placement ended; nobody chooses that somebody was erased. */
export type EndReason = Exclude<NonNullable<PlacementRow['endReason']>, 'erased'>;
export const endReasons = [
  'done',
  'moved',
  'contact-lost',
  'overload',
  'conflict',
  'other',
] as const satisfies readonly EndReason[];

export type MessageRow = Row<'/notifications/{tenant}/messages'>;
export const messageStatuses = [
  'queued',
  'sent',
  'given-up',
  'withdrawn',
] as const satisfies readonly MessageRow['status'][];

export type ImportStatus = Answer<'/registration/{tenant}/imports/{id}'>;
