import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from './course/course.events.js';
import type { CourseState } from './course/course.state.js';
import { participationOf } from './course/participation.state.js';
import type { guestCancellations } from './course/guest.events.js';
import { freeSeats, withPromotions } from './course/seats.state.js';

/** Which place in a course: the partner's, under the id of its enrolment. */
export interface GuestSeat {
  readonly partner: string;
  readonly enrolmentId: string;
  readonly on: Day;
}

/** A course that is not there and one that is not shared with the partner are refused alike. */
export type TakeGuestSeatRefusal = 'unknown-course' | 'course-completed' | 'course-full';

/** The first half of an enrolment, at the host: a seat or, in a full course, a place on the waiting list. */
export function takeGuestSeat(
  { on, ...data }: GuestSeat,
  state: CourseState,
): Decision<CourseEvent, TakeGuestSeatRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const before = participationOf(state, data.enrolmentId);
  if (before?.guest?.partner === data.partner && before.status !== 'cancelled') return [];
  if (!state.shares.some(({ partner }) => partner === data.partner)) return refuse('unknown-course');
  if (state.status === 'completed') return refuse('course-completed');
  if (freeSeats(state, data.partner) > 0) return [{ type: 'GuestEnrolled', happenedOn: on, data }];
  if (!state.waitingList) return refuse('course-full');
  return [{ type: 'GuestWaitlisted', happenedOn: on, data }];
}

/** Gives a guest's place back; whoever has waited longest gets it. In a course that is over, it changes nothing. */
export function releaseGuestSeat(
  { on, ...data }: GuestSeat & { readonly cause: (typeof guestCancellations)[number] },
  state: CourseState,
): Decision<CourseEvent, never> {
  if (state.status !== 'planned') return [];
  const place = participationOf(state, data.enrolmentId);
  if (place?.guest?.partner !== data.partner || place.status === 'cancelled') return [];
  return withPromotions(state, { type: 'GuestCancelled', happenedOn: on, data });
}
