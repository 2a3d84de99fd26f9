import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { aboutCourse, type CourseState } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';
import { freeSeats } from '../course/seats.state.js';

export interface EnrolVolunteer {
  readonly volunteerId: string;
  readonly on: Day;
}

export type EnrolVolunteerRefusal = 'unknown-course' | 'course-completed' | 'course-full';

/** A seat while there is one, then a place on the waiting list where the course keeps one. */
export function enrolVolunteer(
  { volunteerId, on }: EnrolVolunteer,
  state: CourseState,
): Decision<CourseEvent, EnrolVolunteerRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const before = participationOf(state, volunteerId);
  if (before && before.status !== 'cancelled') return [];
  if (state.status === 'completed') return refuse('course-completed');
  const data = { ...aboutCourse(state), volunteerId };
  if (freeSeats(state) > 0) return [{ type: 'VolunteerEnrolled', happenedOn: on, data }];
  if (!state.waitingList) return refuse('course-full', { seats: state.seats ?? 0 });
  return [{ type: 'VolunteerWaitlisted', happenedOn: on, data }];
}
