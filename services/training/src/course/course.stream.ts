import { defineStream, deriveId, type TenantScope } from '@lotsennetz/kernel';
import { courseSchemas } from './course.events.js';
import { evolveCourse, unknownCourse } from './course.state.js';

/** One course with all that happens in it: invitations, seats, attendance, certificates. */
export const course = defineStream({
  service: 'training',
  category: 'course',
  schemas: courseSchemas,
  initial: unknownCourse,
  evolve: evolveCourse,
});

/** A course's id follows from its code, so that a code is taken once in a tenant, whoever is faster. */
export function courseIdOf(scope: TenantScope, courseCode: string): string {
  return deriveId('course', scope.tenant, normalisedCode(courseCode));
}

/** Codes that people take for the same: `si-2015-1` and `SI-2015-1`. */
export function normalisedCode(courseCode: string): string {
  return courseCode.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('de');
}
