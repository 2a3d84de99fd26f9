import type { PersonalText } from './personal-text.js';
import type { ProposalRow, VolunteerRow } from './rows.js';
import type { Mark } from './training-rows.js';

/** What volunteers learn of a request: enough to decide, and nothing to know the household by. */
export interface WhatIsAsked {
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly availability: readonly string[];
  readonly kind: 'one-off' | 'long-term';
  readonly town?: string;
}

export type OwnProfile = Omit<VolunteerRow, 'possibleDuplicateOf'>;

export interface OwnProposal {
  readonly id: string;
  readonly status: ProposalRow['status'];
  readonly madeOn: string;
  readonly about: WhatIsAsked;
}

export interface OwnPlacement {
  readonly id: string;
  readonly status: 'running' | 'ended';
  readonly confirmedOn: string;
  readonly endedOn?: string;
  readonly minutes: number;
  readonly visits: readonly { readonly id: string; readonly on: string; readonly minutes: number }[];
  readonly about: WhatIsAsked & { readonly householdSize?: number };
}

export interface OwnCourse {
  readonly id: string;
  readonly title: string;
  readonly town: string;
  readonly status: 'planned' | 'completed';
  readonly place: 'invited' | 'enrolled' | 'waiting' | 'cancelled';
  readonly waitingBefore: number | null;
  readonly sessions: readonly {
    readonly number: number;
    readonly title: string;
    readonly heldOn: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly mark: Mark;
  }[];
}

export interface OwnCertificate {
  readonly id: string;
  readonly number: string;
  readonly courseTitle: string;
  readonly issuedOn: string;
}

export interface OwnMessage {
  readonly id: string;
  readonly queuedAt: string;
  readonly sentAt: string | null;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export interface OwnExport {
  readonly id: string;
  readonly status: 'gathering' | 'complete' | 'expired';
  readonly requestedOn: string;
}

/** Who saw something of the person who asks: which role of which organisation, never which member of staff. */
export interface Look {
  readonly at: string;
  readonly roles: readonly { readonly code: string }[];
  readonly relation: string;
  readonly organisation: string;
  readonly purpose: { readonly code: string; readonly de: string };
  readonly seen: readonly { readonly code: string; readonly de: string }[];
}

/** What a signed link is about. */
export interface LinkedProposal {
  readonly status: ProposalRow['status'];
  readonly validUntil: string;
  readonly about: WhatIsAsked;
}

/** Text of a field; what was deleted is an empty one. */
export function textOf(text: PersonalText | undefined): string {
  return typeof text === 'string' ? text : '';
}
