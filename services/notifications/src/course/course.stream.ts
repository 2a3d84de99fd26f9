import { training } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const { courseCode, courseTitle, town, sessions } = training.coursePlanned.shape;

const schemas = defineEvents({
  CourseLearnt: { courseCode, courseTitle, town, sessions },
  SeatTaken: { volunteerId: field.id() },
  SeatFreed: { volunteerId: field.id() },
});

export type CourseEvent = EventOf<typeof schemas>;
export interface CourseState {
  readonly known: boolean;
  readonly participants: readonly string[];
}

/** When a course meets and who takes part: what reminders need to know. */
export const course = defineStream({
  service: 'notifications',
  category: 'course',
  schemas,
  initial: { known: false, participants: [] },
  evolve,
});

function evolve(state: CourseState, event: CourseEvent): CourseState {
  switch (event.type) {
    case 'CourseLearnt':
      return { ...state, known: true };
    case 'SeatTaken':
      return { ...state, participants: [...state.participants, event.data.volunteerId] };
    case 'SeatFreed':
      return { ...state, participants: state.participants.filter((each) => each !== event.data.volunteerId) };
  }
}
