import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import type { CourseState } from '../course/course.state.js';
import { withPromotions } from '../course/seats.state.js';

export interface StopSharingCourse {
  readonly partner: string;
  readonly on: Day;
}

export type StopSharingCourseRefusal = 'unknown-course';

/** The partner enrols nobody any more; its guests stay. Seats set aside that nobody has are everybody's again. */
export function stopSharingCourse(
  { partner, on }: StopSharingCourse,
  state: CourseState,
): Decision<CourseEvent, StopSharingCourseRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  if (!state.shares.some((share) => share.partner === partner)) return [];
  const stopped: CourseEvent = { type: 'SharingStopped', happenedOn: on, data: { partner } };
  return state.status === 'completed' ? [stopped] : withPromotions(state, stopped);
}
