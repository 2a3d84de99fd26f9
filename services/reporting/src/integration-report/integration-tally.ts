import { Latest } from './latest.js';
import type { Fact } from './report-definition.js';

type VolunteerStatus = 'interested' | 'declined' | 'active' | 'paused' | 'left';

/** What has happened to a request, as bits of one number: a long history has many requests. */
export const requestMarks = { received: 1, confirmed: 2, withdrawn: 4 } as const;

/** Counts under way. Mutable, because it belongs to one fold: nobody but the fold sees it. */
export interface Tally {
  readonly certificatesByYear: Map<string, number>;
  readonly courses: Latest<{ readonly units: number; readonly minutes: number }>;
  readonly volunteers: Latest<VolunteerStatus>;
  readonly requests: Map<string, number>;
  /** Number of people of each. */
  readonly households: Latest<number>;
  readonly placements: { started: number; ended: number };
  readonly visits: { logged: number; minutes: number };
}

export function emptyTally(): Tally {
  return {
    certificatesByYear: new Map(),
    courses: new Latest(),
    volunteers: new Latest(),
    requests: new Map(),
    households: new Latest(),
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

/** Counts one fact, whatever facts came before it. */
export function count(tally: Tally, fact: Fact): void {
  const { happenedOn, data } = fact;
  switch (data.fact) {
    case 'interest-registered':
    case 'volunteer-accepted':
    case 'volunteer-declined':
    case 'volunteer-paused':
    case 'volunteer-resumed':
    case 'volunteer-left':
      tally.volunteers.set(data.volunteer ?? '', fact, statusAfter[data.fact]);
      return;
    case 'newcomer-registered':
      tally.households.set(data.newcomer ?? '', fact, data.persons ?? 0);
      return;
    case 'course-completed':
      tally.courses.set(data.course ?? '', fact, { units: data.units ?? 0, minutes: data.minutes ?? 0 });
      return;
    case 'certificate-issued':
      increase(tally.certificatesByYear, happenedOn.slice(0, 4));
      return;
    case 'request-recorded':
      mark(tally, data.request, requestMarks.received);
      return;
    case 'request-withdrawn':
      mark(tally, data.request, requestMarks.withdrawn);
      return;
    case 'placement-confirmed':
      mark(tally, data.request, requestMarks.confirmed);
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

function mark(tally: Tally, request = '', marks: number): void {
  tally.requests.set(request, (tally.requests.get(request) ?? 0) | marks);
}
