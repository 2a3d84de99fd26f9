import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan } from '../course/course.events.js';
import { firstSession, isPlannedAs, type CourseState } from '../course/course.state.js';

export interface ImportCourse {
  readonly plan: CoursePlan;
  readonly today: Day;
}

export type ImportCourseRefusal = 'course-code-taken';

/** Plans a course of a roster; a past one was planned at the latest when it began. */
export function importCourse(
  { plan, today }: ImportCourse,
  state: CourseState,
): Decision<CourseEvent, ImportCourseRefusal> {
  if (state.status !== 'unknown') return isPlannedAs(state, plan) ? [] : refuse('course-code-taken');
  const began = firstSession(plan)?.heldOn ?? today;
  return [{ type: 'CoursePlanned', happenedOn: began < today ? began : today, data: plan }];
}
