import { defineProjection, type Day } from '@lotsennetz/kernel';
import { evolveCourse, firstSession, lastDay, unknownCourse, type KnownCourse } from './course.state.js';
import { course } from './course.stream.js';

export interface CourseRow extends KnownCourse {
  readonly id: string;
  readonly firstSessionOn: Day;
  readonly lastSessionOn: Day;
  readonly revision: number;
}

/** Courses as they stand: the same fold as the decisions', kept for queries. */
export const courseView = defineProjection<CourseRow>()({
  name: 'courses',
  version: 2,
  streams: [course],
  indexes: ['status', 'town', 'firstSessionOn', 'courseCode'],
  evolve: (row, event, id) => {
    const state = evolveCourse(row ?? unknownCourse, event);
    if (state.status === 'unknown') return undefined;
    const firstSessionOn = firstSession(state)?.heldOn ?? event.happenedOn;
    const lastSessionOn = lastDay(state) ?? event.happenedOn;
    return { ...state, id, firstSessionOn, lastSessionOn, revision: event.revision };
  },
});
