import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import type { CourseState } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';
import { placeGivenUp } from '../course/seats.state.js';

export interface CancelEnrolment {
  readonly volunteerId: string;
  readonly on: Day;
}

export type CancelEnrolmentRefusal = 'unknown-course' | 'not-enrolled' | 'course-completed';

/** Gives up a seat or a place on the waiting list; a freed seat goes to whoever has waited longest. */
export function cancelEnrolment(
  { volunteerId, on }: CancelEnrolment,
  state: CourseState,
): Decision<CourseEvent, CancelEnrolmentRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const place = participationOf(state, volunteerId);
  if (!place) return refuse('not-enrolled');
  if (place.status === 'cancelled') return [];
  if (state.status === 'completed') return refuse('course-completed');
  return placeGivenUp(state, place, { on });
}
