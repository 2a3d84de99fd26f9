import { defineProjection, parseStreamName } from '@lotsennetz/kernel';
import { course } from '../course/course.stream.js';

export interface CoursesOfVolunteerRow {
  /** The volunteer's id. */
  readonly id: string;
  /** Courses that somebody was invited to, enrolled in or waits for, whatever has become of it. */
  readonly courseIds: readonly string[];
}

/** In which courses to look for somebody: a course knows its people, and this who knows which course. */
export const coursesOfVolunteer = defineProjection<CoursesOfVolunteerRow>()({
  name: 'courses-of-volunteer',
  version: 1,
  streams: [course],
  rowsOf: ({ data }) => ('volunteerId' in data ? [data.volunteerId] : []),
  evolve: (row: CoursesOfVolunteerRow | undefined, { stream }, id) => {
    const courseId = parseStreamName(stream).id;
    const known = row?.courseIds ?? [];
    return known.includes(courseId) && row ? row : { id, courseIds: [...known, courseId] };
  },
});
