import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { AttendanceMark, CourseEvent } from '../course/course.events.js';
import { aboutCourse, firstSession, sessionOf, type CourseState, type KnownCourse } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';

export interface ImportAttendance {
  readonly marks: readonly (AttendanceMark & { readonly session: number })[];
  readonly today: Day;
}

export type ImportAttendanceRefusal =
  'unknown-course' | 'unknown-session' | 'session-in-the-future' | 'course-completed';

/** Enrols everybody of the list as of the first session and records who was there; what is known already is left alone. */
export function importAttendance(
  { marks, today }: ImportAttendance,
  state: CourseState,
): Decision<CourseEvent, ImportAttendanceRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const sessions = [...new Set(marks.map((mark) => mark.session))].map((number) => sessionOf(state, number));
  if (sessions.includes(undefined)) return refuse('unknown-session');
  if (sessions.some((session) => session && session.heldOn > today)) return refuse('session-in-the-future');
  const events = [...enrolments(state, marks, today), ...attendance(state, marks)];
  return events.length > 0 && state.status === 'completed' ? refuse('course-completed') : events;
}

function enrolments(course: KnownCourse, marks: ImportAttendance['marks'], today: Day): readonly CourseEvent[] {
  const happenedOn = firstSession(course)?.heldOn ?? today;
  return [...new Set(marks.map((mark) => mark.volunteerId))].flatMap((volunteerId) => {
    const status = participationOf(course, volunteerId)?.status;
    if (status === 'enrolled') return [];
    const type = status === 'waiting' ? ('VolunteerPromoted' as const) : ('VolunteerEnrolled' as const);
    return [{ type, happenedOn, data: { ...aboutCourse(course), volunteerId } }];
  });
}

function attendance(course: KnownCourse, marks: ImportAttendance['marks']): readonly CourseEvent[] {
  const known = new Map(course.participations.map((each) => [each.volunteerId, each]));
  const news = marks.filter(({ session, volunteerId, present }) => {
    const before = known.get(volunteerId);
    return !(present ? before?.present : before?.absent)?.includes(session);
  });
  return course.sessions.flatMap(({ number: session, heldOn }) => {
    const ofSession = news.filter((mark) => mark.session === session);
    if (ofSession.length === 0) return [];
    const data = { session, attendance: ofSession.map(({ volunteerId, present }) => ({ volunteerId, present })) };
    return [{ type: 'AttendanceRecorded' as const, happenedOn: heldOn, data }];
  });
}
