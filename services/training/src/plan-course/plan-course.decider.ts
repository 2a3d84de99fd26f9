import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan } from '../course/course.events.js';
import { isPlannedAs, type CourseState } from '../course/course.state.js';

export interface PlanCourse {
  readonly plan: CoursePlan;
  readonly on: Day;
}

export type PlanCourseRefusal = 'course-code-taken';

export function planCourse({ plan, on }: PlanCourse, state: CourseState): Decision<CourseEvent, PlanCourseRefusal> {
  if (state.status === 'unknown') return [{ type: 'CoursePlanned', happenedOn: on, data: plan }];
  return isPlannedAs(state, plan) ? [] : refuse('course-code-taken');
}
