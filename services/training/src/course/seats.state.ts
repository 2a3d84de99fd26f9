import type { Day } from '@lotsennetz/kernel';
import type { CourseEvent } from './course.events.js';
import { evolveCourse, type CourseState, type KnownCourse } from './course.state.js';
import { enrolledIn, waitingFor, type Participation } from './participation.state.js';

/**
 * Seats that are free for the tenant's own people, or for the guests of a partner: those set aside for the partner, or
 * what is left when all that were set aside are taken away. Infinity: no limit. Below 0: filled beyond by an import.
 */
export function freeSeats(course: KnownCourse, partner?: string): number {
  const mine = asideFor(course, partner) ?? sharedByTheRest(course);
  const pool = poolOf(course, partner);
  return mine - enrolledIn(course).filter(({ guest }) => poolOf(course, guest?.partner) === pool).length;
}

function asideFor({ shares }: KnownCourse, partner: string | undefined): number | undefined {
  return shares.find((share) => share.partner === partner)?.seats;
}

function sharedByTheRest({ seats, shares }: KnownCourse): number {
  if (seats === undefined) return Infinity;
  return seats - shares.reduce((sum, { seats: aside = 0 }) => sum + aside, 0);
}

/** The partner for whom seats are set aside; undefined: the seats of all the others. */
function poolOf(course: KnownCourse, partner: string | undefined): string | undefined {
  return asideFor(course, partner) === undefined ? undefined : partner;
}

/** A change that may free seats, followed by the promotions of those who have waited longest for one of them. */
export function withPromotions(course: KnownCourse, change: CourseEvent): readonly CourseEvent[] {
  const events = [change];
  let state = evolveCourse(course, change);
  for (const waiting of waitingFor(course)) {
    if (!mayMoveUp(state, waiting)) continue;
    const promoted = promotionOf(course, waiting, change.happenedOn);
    events.push(promoted);
    state = evolveCourse(state, promoted);
  }
  return events;
}

function mayMoveUp(state: CourseState, { volunteerId, guest }: Participation): boolean {
  if (state.status === 'unknown') return false;
  // Whoever has just given up the place on the waiting list does not wait any more.
  const waits = waitingFor(state).some((each) => each.volunteerId === volunteerId);
  return waits && freeSeats(state, guest?.partner) > 0;
}

function promotionOf(course: KnownCourse, { volunteerId, guest }: Participation, happenedOn: Day): CourseEvent {
  if (guest) return { type: 'GuestPromoted', happenedOn, data: { partner: guest.partner, enrolmentId: volunteerId } };
  const { courseCode, courseTitle } = course;
  return { type: 'VolunteerPromoted', happenedOn, data: { courseCode, courseTitle, volunteerId } };
}

/** Gives up a place on behalf of the tenant itself, be it of one of its own people or of a guest. */
export function placeGivenUp(
  course: KnownCourse,
  { volunteerId, guest }: Participation,
  { on, cause }: { readonly on: Day; readonly cause?: 'erased' },
): readonly CourseEvent[] {
  const { courseCode, courseTitle } = course;
  if (guest) {
    const data = { partner: guest.partner, enrolmentId: volunteerId, cause: 'host' } as const;
    return withPromotions(course, { type: 'GuestCancelled', happenedOn: on, data });
  }
  const data = { courseCode, courseTitle, volunteerId, ...(cause ? { cause } : {}) };
  return withPromotions(course, { type: 'EnrolmentCancelled', happenedOn: on, data });
}
