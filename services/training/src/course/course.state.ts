import { canonical, type Day } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan, GuestEvent, Session } from './course.events.js';
import { guestSchemas } from './guest.events.js';
import { evolveShared, type SharedCourse } from './guest.state.js';
import { changed, marked, movedToEnd, type Attended } from './participation.state.js';

export interface KnownCourse extends CoursePlan, SharedCourse {
  readonly status: 'planned' | 'completed';
  readonly invited: readonly string[];
  readonly completedOn?: Day;
}

/** Plain data, so that the view of a course is the same fold. */
export type CourseState = { readonly status: 'unknown' } | KnownCourse;

export const unknownCourse: CourseState = { status: 'unknown' };

/** The course after one more event; before it is planned there is none. */
export function evolveCourse(state: CourseState, event: CourseEvent): CourseState {
  if (event.type === 'CoursePlanned')
    return { ...event.data, status: 'planned', invited: [], participations: [], shares: [] };
  if (state.status === 'unknown') return state;
  return isGuestEvent(event) ? evolveShared(state, event) : evolveKnown(state, event);
}

type OwnEvent = Exclude<CourseEvent, GuestEvent | { type: 'CoursePlanned' }>;

function isGuestEvent(event: CourseEvent): event is GuestEvent {
  return event.type in guestSchemas;
}

function evolveKnown(course: KnownCourse, event: OwnEvent): KnownCourse {
  const { happenedOn } = event;
  switch (event.type) {
    case 'VolunteerInvited':
      return { ...course, invited: [...course.invited, event.data.volunteerId] };
    case 'VolunteerEnrolled':
    case 'VolunteerPromoted':
      return movedToEnd(course, event.data.volunteerId, { status: 'enrolled', since: happenedOn });
    case 'VolunteerWaitlisted':
      return movedToEnd(course, event.data.volunteerId, { status: 'waiting', since: happenedOn });
    case 'EnrolmentCancelled':
      return changed(course, event.data.volunteerId, () => ({ status: 'cancelled', since: happenedOn }));
    case 'AttendanceRecorded':
      return marked(course, event.data);
    case 'SessionMadeUp': {
      const { session, volunteerId } = event.data;
      return changed(course, volunteerId, ({ madeUp }) => ({ madeUp: [...madeUp, session] }));
    }
    case 'CertificateIssued': {
      const { certificateId, number, verificationCode, volunteerId } = event.data;
      const certificate = { certificateId, number, verificationCode, issuedOn: happenedOn };
      return changed(course, volunteerId, () => ({ certificate }));
    }
    case 'CourseCompleted':
      return { ...course, status: 'completed', completedOn: happenedOn };
  }
}

/** The session of that number. */
export function sessionOf(course: KnownCourse, number: number): Session | undefined {
  return course.sessions.find((session) => session.number === number);
}

/** The sessions somebody was present at or has made up; whatever was not recorded counts as missed. */
export function attendedSessions(
  { sessions }: Pick<KnownCourse, 'sessions'>,
  { present, madeUp }: Attended,
): readonly Session[] {
  return sessions.filter(({ number }) => present.includes(number) || madeUp.includes(number));
}

/** The first session by date, not by number: rosters may number their modules in another order. */
export function firstSession({ sessions }: CoursePlan): Session | undefined {
  return sessions.reduce<Session | undefined>(
    (first, each) => (first && startOf(first) <= startOf(each) ? first : each),
    undefined,
  );
}

/** The day of the last session; undefined without sessions. */
export function lastDay({ sessions }: CoursePlan): Day | undefined {
  return sessions
    .map((session) => session.heldOn)
    .reduce<Day | undefined>((last, each) => (last && last >= each ? last : each), undefined);
}

function startOf({ heldOn, startsAt }: Session): string {
  return `${heldOn} ${startsAt}`;
}

/** What events about people repeat of their course, for readers that know no courses. */
export function aboutCourse({ courseCode, courseTitle }: CoursePlan): Pick<CoursePlan, 'courseCode' | 'courseTitle'> {
  return { courseCode, courseTitle };
}

/** Whether somebody plans the very course that is planned already: then there is nothing to do. */
export function isPlannedAs(course: KnownCourse, plan: CoursePlan): boolean {
  const { status: _, invited: __, participations: ___, completedOn: ____, shares: _____, ...planned } = course;
  return JSON.stringify(canonical(planned)) === JSON.stringify(canonical(withoutUndefined(plan)));
}

function withoutUndefined(plan: CoursePlan): unknown {
  return JSON.parse(JSON.stringify(plan));
}
