import { defineProjection, type Day } from '@lotsennetz/kernel';
import { course, type CourseEvent } from '../course/course.stream.js';

type Learnt = Extract<CourseEvent, { type: 'CourseLearnt' }>['data'];

export interface ReminderPlan extends Learnt {
  readonly courseId: string;
  /** For looking up what meets on a day. */
  readonly sessionDays: readonly Day[];
  readonly participants: readonly { readonly volunteerId: string; readonly since: Day }[];
}

/** Each course with its dates and who takes part since when. */
export const reminderPlan = defineProjection<ReminderPlan>()({
  name: 'reminder-plan',
  version: 1,
  streams: [course],
  evolve: (row, event, courseId) => {
    if (event.type === 'CourseLearnt') {
      const sessionDays = event.data.sessions.map(({ heldOn }) => heldOn);
      return { ...event.data, courseId, sessionDays, participants: [] };
    }
    if (!row) return undefined;
    const { volunteerId } = event.data;
    const others = row.participants.filter((each) => each.volunteerId !== volunteerId);
    if (event.type === 'SeatFreed') return { ...row, participants: others };
    return { ...row, participants: [...others, { volunteerId, since: event.happenedOn }] };
  },
});
