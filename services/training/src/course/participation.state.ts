import type { Day } from '@lotsennetz/kernel';
import type { AttendanceMark } from './course.events.js';

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

export type Attended = Pick<Participation, 'present' | 'absent' | 'madeUp'>;

export interface IssuedCertificate {
  readonly certificateId: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly issuedOn: Day;
}

/** What of a course is about those who take part in it. */
export interface Attending {
  /** In the order in which they got their seat or their place on the waiting list. */
  readonly participations: readonly Participation[];
}

type Change = Partial<Omit<Participation, 'volunteerId'>>;

/** The course with something new about one of those who take part. */
export function changed<Course extends Attending>(
  course: Course,
  volunteerId: string,
  change: (before: Participation) => Change,
): Course {
  const participations = course.participations.map((each) =>
    each.volunteerId === volunteerId ? { ...each, ...change(each) } : each,
  );
  return { ...course, participations };
}

/** The course with somebody at the end of the order in which seats and places were got, whether known before or not. */
export function movedToEnd<Course extends Attending>(
  course: Course,
  volunteerId: string,
  change: Change & Pick<Participation, 'status' | 'since'>,
): Course {
  const before = participationOf(course, volunteerId) ?? { volunteerId, present: [], absent: [], madeUp: [] };
  const others = course.participations.filter((each) => each.volunteerId !== volunteerId);
  return { ...course, participations: [...others, { ...before, ...change }] };
}

/** The course with a session's marks; a new mark takes the place of an older one. */
export function marked<Course extends Attending>(
  course: Course,
  { session, attendance }: { readonly session: number; readonly attendance: readonly AttendanceMark[] },
): Course {
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

/** Their way through the course, whatever has become of it. */
export function participationOf(course: Attending, volunteerId: string): Participation | undefined {
  return course.participations.find((each) => each.volunteerId === volunteerId);
}

/** Who has a seat, in the order in which they got it. */
export function enrolledIn(course: Attending): readonly Participation[] {
  return course.participations.filter((each) => each.status === 'enrolled');
}

/** Who waits for a seat, the first in line first. */
export function waitingFor(course: Attending): readonly Participation[] {
  return course.participations.filter((each) => each.status === 'waiting');
}

/** What is known of somebody's attendance at a session. */
export type Presence = 'present' | 'absent' | 'made-up' | 'unrecorded';

/** What the list of a session shows of them. */
export function attendanceMark({ present, absent, madeUp }: Attended, session: number): Presence {
  if (present.includes(session)) return 'present';
  if (madeUp.includes(session)) return 'made-up';
  return absent.includes(session) ? 'absent' : 'unrecorded';
}
