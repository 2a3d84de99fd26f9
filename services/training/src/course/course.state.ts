import { canonical, type Day } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan, Session } from './course.events.js';

/** Somebody's way through a course. Lists hold session numbers. */
export interface Participation {
  readonly volunteerId: string;
  readonly status: 'enrolled' | 'waiting' | 'cancelled';
  /** The day of the last change of status. */
  readonly since: Day;
  readonly present: readonly number[];
  readonly absent: readonly number[];
  readonly madeUp: readonly number[];
  readonly certificate?: IssuedCertificate;
}

export interface IssuedCertificate {
  readonly certificateId: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly issuedOn: Day;
}

export interface KnownCourse extends CoursePlan {
  readonly status: 'planned' | 'completed';
  readonly invited: readonly string[];
  /** In the order in which they got their seat or their place on the waiting list. */
  readonly participations: readonly Participation[];
  readonly completedOn?: Day;
}

/** Plain data, so that the view of a course is the same fold. */
export type CourseState = { readonly status: 'unknown' } | KnownCourse;

export const unknownCourse: CourseState = { status: 'unknown' };

export function evolveCourse(state: CourseState, event: CourseEvent): CourseState {
  if (event.type === 'CoursePlanned') return { ...event.data, status: 'planned', invited: [], participations: [] };
  return state.status === 'unknown' ? state : evolveKnown(state, event);
}

function evolveKnown(course: KnownCourse, event: Exclude<CourseEvent, { type: 'CoursePlanned' }>): KnownCourse {
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

type Change = Partial<Omit<Participation, 'volunteerId'>>;

function changed(course: KnownCourse, volunteerId: string, change: (before: Participation) => Change): KnownCourse {
  const participations = course.participations.map((each) =>
    each.volunteerId === volunteerId ? { ...each, ...change(each) } : each,
  );
  return { ...course, participations };
}

function movedToEnd(course: KnownCourse, volunteerId: string, change: Pick<Participation, 'status' | 'since'>) {
  const before = participationOf(course, volunteerId) ?? { volunteerId, present: [], absent: [], madeUp: [] };
  const others = course.participations.filter((each) => each.volunteerId !== volunteerId);
  return { ...course, participations: [...others, { ...before, ...change }] };
}

function marked(
  course: KnownCourse,
  { session, attendance }: Extract<CourseEvent, { type: 'AttendanceRecorded' }>['data'],
): KnownCourse {
  const presence = new Map(attendance.map(({ volunteerId, present }) => [volunteerId, present]));
  const participations = course.participations.map((each) => {
    const present = presence.get(each.volunteerId);
    if (present === undefined) return each;
    const without = (sessions: readonly number[]) => sessions.filter((number) => number !== session);
    return present
      ? { ...each, present: [...without(each.present), session], absent: without(each.absent) }
      : { ...each, present: without(each.present), absent: [...without(each.absent), session] };
  });
  return { ...course, participations };
}

export function participationOf(course: KnownCourse, volunteerId: string): Participation | undefined {
  return course.participations.find((each) => each.volunteerId === volunteerId);
}

export function enrolledIn(course: KnownCourse): readonly Participation[] {
  return course.participations.filter((each) => each.status === 'enrolled');
}

export function waitingFor(course: KnownCourse): readonly Participation[] {
  return course.participations.filter((each) => each.status === 'waiting');
}

/**
 * Who gets the seat that somebody gives up. A course that was filled beyond its seats by an import frees no seat until
 * it is below them again.
 */
export function nextInLine(course: KnownCourse): string | undefined {
  const taken = enrolledIn(course).length - 1;
  if (course.seats !== undefined && taken >= course.seats) return undefined;
  return waitingFor(course)[0]?.volunteerId;
}

export function sessionOf(course: KnownCourse, number: number): Session | undefined {
  return course.sessions.find((session) => session.number === number);
}

/** The sessions somebody was present at or has made up; whatever was not recorded counts as missed. */
export function attendedSessions(course: KnownCourse, { present, madeUp }: Participation): readonly Session[] {
  return course.sessions.filter(({ number }) => present.includes(number) || madeUp.includes(number));
}

/** What is known of somebody's attendance at a session. */
export type Presence = 'present' | 'absent' | 'made-up' | 'unrecorded';

export function attendanceMark({ present, absent, madeUp }: Participation, session: number): Presence {
  if (present.includes(session)) return 'present';
  if (madeUp.includes(session)) return 'made-up';
  return absent.includes(session) ? 'absent' : 'unrecorded';
}

/** The first session by date, not by number: rosters may number their modules in another order. */
export function firstSession({ sessions }: CoursePlan): Session | undefined {
  return sessions.reduce<Session | undefined>(
    (first, each) => (first && startOf(first) <= startOf(each) ? first : each),
    undefined,
  );
}

export function lastDay({ sessions }: CoursePlan): Day | undefined {
  return sessions
    .map((session) => session.heldOn)
    .reduce<Day | undefined>((last, each) => (last && last >= each ? last : each), undefined);
}

function startOf({ heldOn, startsAt }: Session): string {
  return `${heldOn} ${startsAt}`;
}

export function aboutCourse({ courseCode, courseTitle }: CoursePlan): Pick<CoursePlan, 'courseCode' | 'courseTitle'> {
  return { courseCode, courseTitle };
}

/** Whether somebody plans the very course that is planned already: then there is nothing to do. */
export function isPlannedAs(course: KnownCourse, plan: CoursePlan): boolean {
  const { status: _, invited: __, participations: ___, completedOn: ____, ...planned } = course;
  return JSON.stringify(canonical(planned)) === JSON.stringify(canonical(withoutUndefined(plan)));
}

function withoutUndefined(plan: CoursePlan): unknown {
  return JSON.parse(JSON.stringify(plan));
}
