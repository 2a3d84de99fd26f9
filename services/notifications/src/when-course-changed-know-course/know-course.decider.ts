import type { Decision } from '@lotsennetz/kernel';
import type { CourseEvent, CourseState } from '../course/course.stream.js';

/** Takes over what training tells; giving up a place on a waiting list frees no seat. */
export function knowCourse(learnt: CourseEvent, state: CourseState): Decision<CourseEvent, never> {
  switch (learnt.type) {
    case 'CourseLearnt':
      return state.known ? [] : [learnt];
    case 'SeatTaken':
      return state.participants.includes(learnt.data.volunteerId) ? [] : [learnt];
    case 'SeatFreed':
      return state.participants.includes(learnt.data.volunteerId) ? [learnt] : [];
  }
}
