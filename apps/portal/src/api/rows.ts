import type { PersonalText } from './personal-text.js';

/** What lists answer. The platform describes its answers in prose, so these shapes are kept here by hand. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** What every write answers. */
export interface Written {
  readonly id: string;
  readonly revision: number;
  readonly position: string | null;
}

export interface PublicTenant {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface PublicCourse {
  readonly id: string;
  readonly title: string;
  readonly town: string;
  readonly sessions: readonly { readonly heldOn: string; readonly startsAt: string; readonly endsAt: string }[];
  readonly seatsLeft: number | null;
  readonly waitingList: boolean;
}

export const volunteerStatuses = ['interested', 'active', 'paused', 'declined', 'left'] as const;
export type VolunteerStatus = (typeof volunteerStatuses)[number];

export interface VolunteerRow {
  readonly id: string;
  readonly givenName: PersonalText;
  readonly familyName: PersonalText;
  readonly email?: PersonalText;
  readonly phone?: PersonalText;
  readonly preferredLanguage?: string;
  readonly postalCode?: string;
  readonly town?: string;
  readonly gender: 'female' | 'male' | 'diverse' | 'unknown';
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly availability: readonly string[];
  readonly capacity: number;
  readonly maxDistanceKm?: number;
  readonly carrier?: string;
  readonly status: VolunteerStatus;
  readonly statusSince: string;
  readonly interestedSince: string;
  readonly revision: number;
  readonly possibleDuplicateOf: readonly string[];
  /** Whose duplicate this is. */
  readonly mergedInto?: string;
  /** On the page of one person: ids of those merged into this one. */
  readonly duplicates?: readonly string[];
}

export interface TimelineEntry {
  readonly revision: number;
  readonly what: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly enteredBy: 'form' | 'import' | 'office' | 'platform';
}

export interface Reason {
  readonly code: 'shared-language' | 'shared-topic' | 'shared-day-part' | 'distance' | 'same-town' | 'distance-unknown';
  readonly points: number;
  readonly values?: readonly string[];
  readonly km?: number;
}

export interface ProposalRow {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly status: 'open' | 'accepted' | 'declined' | 'expired' | 'confirmed';
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly madeOn: string;
  readonly placementId?: string;
  readonly revision: number;
}

export type WhyNot =
  | { readonly code: 'no-candidate' }
  | {
      readonly code: 'too-few-places';
      readonly requests: number;
      readonly places: number;
      readonly volunteerIds: readonly string[];
    }
  | { readonly code: 'not-worth-it' };

export interface RequestRow {
  readonly id: string;
  readonly code?: string;
  readonly askedBy: 'self' | 'school' | 'job-centre' | 'social-office' | 'childcare' | 'other';
  readonly organisation?: PersonalText;
  readonly newcomerId?: string;
  readonly householdSize?: number;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly availability: readonly string[];
  readonly postalCode?: string;
  readonly town?: string;
  readonly urgency: 'normal' | 'high' | 'immediate';
  readonly kind: 'one-off' | 'long-term';
  readonly genderWish?: 'female' | 'male' | 'diverse';
  readonly note?: PersonalText;
  readonly status: 'open' | 'confirmed' | 'ended' | 'withdrawn';
  readonly receivedOn: string;
  readonly proposal?: {
    readonly id: string;
    readonly volunteerId: string;
    readonly status: 'open' | 'accepted' | 'confirmed';
  };
  readonly placementId?: string;
  readonly whyNot?: WhyNot;
  readonly revision: number;
}

export interface Candidate {
  readonly volunteerId: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface RequestExplanation {
  readonly draft:
    | (Candidate & {
        readonly kind: 'matched';
        readonly alternatives: readonly (Candidate & { readonly shortfall: number | null })[];
      })
    | { readonly kind: 'unmatched'; readonly whyNot: WhyNot }
    | null;
}

export interface PlacementRow {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly status: 'running' | 'ended';
  readonly confirmedOn: string;
  readonly endedOn?: string;
  readonly endReason?: EndReason | 'erased';
  readonly visits: readonly {
    readonly id: string;
    readonly on: string;
    readonly minutes: number;
    readonly note?: PersonalText;
  }[];
  readonly minutes: number;
  readonly revision: number;
}

export const endReasons = ['done', 'moved', 'contact-lost', 'overload', 'conflict', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

export const messageStatuses = ['queued', 'sent', 'given-up', 'withdrawn'] as const;

export interface MessageRow {
  readonly id: string;
  readonly template:
    | 'invited'
    | 'enrolled'
    | 'waitlisted'
    | 'promoted'
    | 'reminder'
    | 'certificate-ready'
    | 'proposal'
    | 'placement-confirmed'
    | 'membership-invited'
    | 'second-factor-reset';
  readonly recipientId: string;
  readonly status: (typeof messageStatuses)[number];
  readonly queuedAt: string;
  readonly attempts: number;
  readonly lastError:
    | 'unreachable'
    | 'rejected'
    | 'unknown-recipient'
    | 'no-address'
    | 'erased'
    | 'invitation-over'
    | 'restricted'
    | null;
  readonly revision: number;
}

export interface ImportStatus {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'interrupted';
  readonly done: number;
  readonly total: number;
  readonly failure?: { readonly line: number; readonly code: string };
}
