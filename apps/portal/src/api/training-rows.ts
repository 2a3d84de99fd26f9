import type { PersonalText } from './personal-text.js';

export interface CourseSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly town: string;
  readonly status: 'planned' | 'completed';
  readonly firstSessionOn: string;
  readonly lastSessionOn: string;
  readonly sessions: number;
  readonly seats: number | null;
  readonly enrolled: number;
  readonly waiting: number;
  readonly revision: number;
}

export type Mark = 'present' | 'absent' | 'made-up' | 'unrecorded';

export type Named = { readonly volunteerId: string } & (
  | { readonly alias?: undefined; readonly givenName: PersonalText; readonly familyName: PersonalText }
  /** A partner's guest, whose name stays with the partner: `AWO Siegen, 3`. */
  | { readonly alias: string; readonly partner: string }
);

export interface CourseDetails {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly town: string;
  readonly status: 'planned' | 'completed';
  readonly seats: number | null;
  readonly sessions: readonly {
    readonly number: number;
    readonly title: string;
    readonly heldOn: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
  readonly enrolled: readonly (Named & {
    readonly since: string;
    readonly attendance: readonly { readonly session: number; readonly mark: Mark }[];
    readonly missed: number;
    readonly certificateId: string | null;
  })[];
  readonly waiting: readonly Named[];
  readonly invited: readonly Named[];
  readonly revision: number;
}

export interface CurriculumRow {
  readonly id: string;
  readonly title: string;
  readonly modules: readonly { readonly number: number; readonly title: string; readonly minutes: number }[];
}

export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly courseTitle: string;
  readonly issuedOn: string;
}
