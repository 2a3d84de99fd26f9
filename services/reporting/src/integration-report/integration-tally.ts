import type { Fact } from './report-definition.js';

type VolunteerStatus = 'interested' | 'declined' | 'active' | 'paused' | 'left';

interface RequestMarks {
  received: boolean;
  confirmed: boolean;
  withdrawn: boolean;
}

/** Counts under way. Mutable, because it belongs to one fold: nobody but the fold sees it. */
export interface Tally {
  readonly certificatesByYear: Map<string, number>;
  readonly courses: Map<string, { readonly units: number; readonly minutes: number }>;
  readonly volunteers: Map<string, VolunteerStatus>;
  readonly requests: Map<string, RequestMarks>;
  /** Household to number of people. */
  readonly households: Map<string, number>;
  readonly placements: { started: number; ended: number };
  readonly visits: { logged: number; minutes: number };
}

export function emptyTally(): Tally {
  return {
    certificatesByYear: new Map(),
    courses: new Map(),
    volunteers: new Map(),
    requests: new Map(),
    households: new Map(),
    placements: { started: 0, ended: 0 },
    visits: { logged: 0, minutes: 0 },
  };
}

const statusAfter = {
  'interest-registered': 'interested',
  'volunteer-accepted': 'active',
  'volunteer-declined': 'declined',
  'volunteer-paused': 'paused',
  'volunteer-resumed': 'active',
  'volunteer-left': 'left',
} as const;

/** Counts one fact; facts come in the order of the report. */
export function count(tally: Tally, { happenedOn, data }: Fact): void {
  switch (data.fact) {
    case 'interest-registered':
    case 'volunteer-accepted':
    case 'volunteer-declined':
    case 'volunteer-paused':
    case 'volunteer-resumed':
    case 'volunteer-left':
      tally.volunteers.set(data.volunteer ?? '', statusAfter[data.fact]);
      return;
    case 'newcomer-registered':
      tally.households.set(data.newcomer ?? '', data.persons ?? 0);
      return;
    case 'course-completed':
      tally.courses.set(data.course ?? '', { units: data.units ?? 0, minutes: data.minutes ?? 0 });
      return;
    case 'certificate-issued':
      increase(tally.certificatesByYear, happenedOn.slice(0, 4));
      return;
    case 'request-recorded':
      marksOf(tally, data.request).received = true;
      return;
    case 'request-withdrawn':
      marksOf(tally, data.request).withdrawn = true;
      return;
    case 'placement-confirmed':
      marksOf(tally, data.request).confirmed = true;
      tally.placements.started += 1;
      return;
    case 'placement-ended':
      tally.placements.ended += 1;
      return;
    case 'visit-logged':
      tally.visits.logged += 1;
      tally.visits.minutes += data.minutes ?? 0;
      return;
    // Kept for other reports; this one does not count them.
    case 'course-planned':
    case 'volunteer-invited':
    case 'volunteer-enrolled':
    case 'volunteer-waitlisted':
    case 'volunteer-promoted':
    case 'enrolment-cancelled':
    case 'proposal-made':
    case 'proposal-accepted':
    case 'proposal-declined':
    case 'proposal-expired':
      return;
  }
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function marksOf(tally: Tally, request = ''): RequestMarks {
  const known = tally.requests.get(request);
  if (known) return known;
  const marks = { received: false, confirmed: false, withdrawn: false };
  tally.requests.set(request, marks);
  return marks;
}
