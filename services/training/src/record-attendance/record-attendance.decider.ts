import { refuse, type Day, type Decision, type Refusal } from '@lotsennetz/kernel';
import type { AttendanceMark, CourseEvent } from '../course/course.events.js';
import { participationOf, sessionOf, type CourseState, type KnownCourse } from '../course/course.state.js';

export interface RecordAttendance {
  readonly session: number;
  readonly attendance: readonly AttendanceMark[];
  readonly today: Day;
}

export type RecordAttendanceRefusal =
  'unknown-course' | 'unknown-session' | 'session-in-the-future' | 'not-enrolled' | 'course-completed';

/** Records who was there on the session's own day. Sending it again corrects; only what differs is recorded. */
export function recordAttendance(
  { session: number, attendance, today }: RecordAttendance,
  state: CourseState,
): Decision<CourseEvent, RecordAttendanceRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const session = sessionOf(state, number);
  if (!session) return refuse('unknown-session');
  if (session.heldOn > today) return refuse('session-in-the-future', { heldOn: session.heldOn });
  const stranger = attendance.find(({ volunteerId }) => participationOf(state, volunteerId)?.status !== 'enrolled');
  if (stranger) return refuse('not-enrolled', { volunteerId: stranger.volunteerId });
  const news = attendance.filter((mark) => isNews(state, number, mark));
  return news.length === 0 ? [] : recorded(state, { session: number, heldOn: session.heldOn, news });
}

function isNews(course: KnownCourse, session: number, { volunteerId, present }: AttendanceMark): boolean {
  const known = participationOf(course, volunteerId);
  return !(present ? known?.present : known?.absent)?.includes(session);
}

function recorded(
  { status }: KnownCourse,
  { session, heldOn, news }: { session: number; heldOn: Day; news: readonly AttendanceMark[] },
): readonly CourseEvent[] | Refusal<'course-completed'> {
  // Certificates stand on what was recorded; what is missed after that can only be made up.
  if (status === 'completed') return refuse('course-completed');
  return [{ type: 'AttendanceRecorded', happenedOn: heldOn, data: { session, attendance: news } }];
}
