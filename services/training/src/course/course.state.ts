import { canonical, type Day } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan, GuestEvent, Session } from './course.events.js';
import { guestSchemas } from './guest.events.js';

/** Somebody's way through a course. Lists hold session numbers. */
export interface Participation {
  /** Of a guest: the enrolment's id, since the partner alone knows the person. */
  readonly volunteerId: string;
  readonly status: 'enrolled' | 'waiting' | 'cancelled';
  /** The day of the last change of status. */
  readonly since: Day;
  readonly present: readonly number[];
  readonly absent: readonly number[];
  readonly madeUp: readonly number[];
  readonly certificate?: IssuedCertificate;
  readonly guest?: Guest;
}

/** Whose guest somebody is; with the number, all that the host has to call them by. */
export interface Guest {
  readonly partner: string;
  /** Counts the partner's guests in this course, from 1, and stays the same. */
  readonly number: number;
  /** The day on which the rule for the certificate was fulfilled. */
  readonly passedOn?: Day;
}

/** A partner that may enrol its own people; with `seats`, these are set aside for it and it has no others. */
export interface Share {
  readonly partner: string;
  readonly seats?: number;
}

export type Attended = Pick<Participation, 'present' | 'absent' | 'madeUp'>;

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
  readonly shares: readonly Share[];
  readonly completedOn?: Day;
}

/** Plain data, so that the view of a course is the same fold. */
export type CourseState = { readonly status: 'unknown' } | KnownCourse;

export const unknownCourse: CourseState = { status: 'unknown' };

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

function evolveShared(course: KnownCourse, event: GuestEvent): KnownCourse {
  const { happenedOn } = event;
  const others = () => course.shares.filter(({ partner }) => partner !== event.data.partner);
  switch (event.type) {
    case 'CourseShared':
      return { ...course, shares: [...others(), event.data] };
    case 'SharingStopped':
      return { ...course, shares: others() };
    case 'GuestEnrolled':
    case 'GuestPromoted':
      return guestMoved(course, event.data, { status: 'enrolled', since: happenedOn });
    case 'GuestWaitlisted':
      return guestMoved(course, event.data, { status: 'waiting', since: happenedOn });
    case 'GuestCancelled':
      return changed(course, event.data.enrolmentId, () => ({ status: 'cancelled', since: happenedOn }));
    case 'GuestAttendanceRecorded': {
      const { session, attendance } = event.data;
      const marks = attendance.map(({ enrolmentId, present }) => ({ volunteerId: enrolmentId, present }));
      return marked(course, { session, attendance: marks });
    }
    case 'GuestSessionMadeUp': {
      const { session, enrolmentId } = event.data;
      return changed(course, enrolmentId, ({ madeUp }) => ({ madeUp: [...madeUp, session] }));
    }
    case 'GuestPassed':
      return changed(course, event.data.enrolmentId, ({ guest }) =>
        guest ? { guest: { ...guest, passedOn: happenedOn } } : {},
      );
  }
}

function guestMoved(
  course: KnownCourse,
  { partner, enrolmentId }: { readonly partner: string; readonly enrolmentId: string },
  change: Pick<Participation, 'status' | 'since'>,
): KnownCourse {
  const number = course.participations.filter(({ guest }) => guest?.partner === partner).length + 1;
  const guest = participationOf(course, enrolmentId)?.guest ?? { partner, number };
  return movedToEnd(course, enrolmentId, { ...change, guest });
}

type Change = Partial<Omit<Participation, 'volunteerId'>>;

function changed(course: KnownCourse, volunteerId: string, change: (before: Participation) => Change): KnownCourse {
  const participations = course.participations.map((each) =>
    each.volunteerId === volunteerId ? { ...each, ...change(each) } : each,
  );
  return { ...course, participations };
}

function movedToEnd(
  course: KnownCourse,
  volunteerId: string,
  change: Change & Pick<Participation, 'status' | 'since'>,
) {
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

/** What is known of somebody's attendance at a session. */
export type Presence = 'present' | 'absent' | 'made-up' | 'unrecorded';

export function attendanceMark({ present, absent, madeUp }: Attended, session: number): Presence {
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
  const { status: _, invited: __, participations: ___, completedOn: ____, shares: _____, ...planned } = course;
  return JSON.stringify(canonical(planned)) === JSON.stringify(canonical(withoutUndefined(plan)));
}

function withoutUndefined(plan: CoursePlan): unknown {
  return JSON.parse(JSON.stringify(plan));
}
