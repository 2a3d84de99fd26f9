import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import type { CourseState, KnownCourse } from '../course/course.state.js';
import { enrolledIn } from '../course/participation.state.js';
import { freeSeats, withPromotions } from '../course/seats.state.js';

export interface ShareCourse {
  readonly partner: string;
  /** How many seats are set aside for the partner; absent: its people and the tenant's share the same seats. */
  readonly seats?: number;
  readonly on: Day;
}

export type ShareCourseRefusal = 'unknown-course' | 'course-completed' | 'seats-taken';

/**
 * Opens one course to one partner. Sharing it again with other seats replaces what was set aside; seats that somebody
 * has already cannot be set aside, nor taken back from the partner's guests.
 */
export function shareCourse(
  { partner, seats, on }: ShareCourse,
  state: CourseState,
): Decision<CourseEvent, ShareCourseRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const before = state.shares.find((share) => share.partner === partner);
  if (before && before.seats === seats) return [];
  if (state.status === 'completed') return refuse('course-completed');
  const data = { partner, ...(seats === undefined ? {} : { seats }) };
  const free = freeFor(state, partner);
  if (seats !== undefined && (seats > free || seats < guestsOf(state, partner)))
    return refuse('seats-taken', Number.isFinite(free) ? { free } : {});
  return withPromotions(state, { type: 'CourseShared', happenedOn: on, data });
}

/** What could be set aside for the partner: what nobody else has, and nobody else has set aside. */
function freeFor(course: KnownCourse, partner: string): number {
  const shares = course.shares.filter((share) => share.partner !== partner);
  return freeSeats({ ...course, shares }) + guestsOf(course, partner);
}

function guestsOf(course: KnownCourse, partner: string): number {
  return enrolledIn(course).filter(({ guest }) => guest?.partner === partner).length;
}
