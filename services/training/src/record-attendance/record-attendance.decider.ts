import { refuse, type Day, type Decision, type Refusal } from '@lotsennetz/kernel';
import type { AttendanceMark, CourseEvent } from '../course/course.events.js';
import { sessionOf, type CourseState, type KnownCourse } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';

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
  course: KnownCourse,
  { session, heldOn, news }: { session: number; heldOn: Day; news: readonly AttendanceMark[] },
): readonly CourseEvent[] | Refusal<'course-completed'> {
  // Certificates stand on what was recorded; what is missed after that can only be made up.
  if (course.status === 'completed') return refuse('course-completed');
  const byPartner = Map.groupBy(news, ({ volunteerId }) => participationOf(course, volunteerId)?.guest?.partner);
  return [...byPartner].map(([partner, marks]) => ({
    happenedOn: heldOn,
    ...(partner === undefined ? ownMarks(session, marks) : guestMarks({ session, partner }, marks)),
  }));
}

function ownMarks(session: number, attendance: readonly AttendanceMark[]) {
  return { type: 'AttendanceRecorded', data: { session, attendance } } as const;
}

function guestMarks(of: { readonly session: number; readonly partner: string }, marks: readonly AttendanceMark[]) {
  const attendance = marks.map(({ volunteerId: enrolmentId, present }) => ({ enrolmentId, present }));
  return { type: 'GuestAttendanceRecorded', data: { ...of, attendance } } as const;
}
