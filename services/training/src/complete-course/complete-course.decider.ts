import { createHmac } from 'node:crypto';
import { deriveId, refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { aboutCourse, attendedSessions, type CourseState, type KnownCourse } from '../course/course.state.js';
import { enrolledIn, type Participation } from '../course/participation.state.js';

export interface CompleteCourse {
  readonly on: Day;
  /** 256 random bits, made for this command and stored nowhere: what the verification codes derive from. */
  readonly secret: string;
}

export type CompleteCourseRefusal = 'unknown-course' | 'session-in-the-future';

/**
 * Ends the course and issues certificates, numbered in the order of enrolment, to all who missed at most as many
 * sessions as the rule allows. Repeated after somebody has made up a session, it issues what was missing.
 */
export function completeCourse(
  { on, secret }: CompleteCourse,
  state: CourseState,
): Decision<CourseEvent, CompleteCourseRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const ahead = state.sessions.find((session) => session.heldOn > on);
  if (ahead && state.status === 'planned') return refuse('session-in-the-future', { heldOn: ahead.heldOn });
  const issued = state.participations.filter((each) => each.certificate).length;
  const due = enrolledIn(state).filter((each) => !each.guest && !each.certificate && fulfilsRule(state, each));
  const certificates = due.map(({ volunteerId }, index) => ({
    type: 'CertificateIssued' as const,
    happenedOn: on,
    data: {
      ...aboutCourse(state),
      volunteerId,
      ...certificate({ secret, volunteerId, state, nth: issued + index + 1 }),
    },
  }));
  const events = [...certificates, ...guestsPassed(state, on)];
  return state.status === 'completed' ? events : [...events, completed(state, on)];
}

/** Guests get their certificate from the partner, with a number of its own: others' numbers would tell it how many there are. */
function guestsPassed(course: KnownCourse, on: Day): readonly CourseEvent[] {
  const due = enrolledIn(course).filter((each) => !each.guest?.passedOn && fulfilsRule(course, each));
  return due.flatMap(({ volunteerId: enrolmentId, guest }) => {
    if (!guest) return [];
    const { partner } = guest;
    const number = `${course.courseCode}-${partner.toUpperCase()}-${String(guest.number).padStart(2, '0')}`;
    return [{ type: 'GuestPassed' as const, happenedOn: on, data: { partner, enrolmentId, number } }];
  });
}

// Whoever was never there has not taken part, however short the course.
function fulfilsRule(course: KnownCourse, participation: Participation): boolean {
  const attended = attendedSessions(course, participation).length;
  return attended > 0 && course.sessions.length - attended <= course.maxMissed;
}

function certificate(of: { secret: string; volunteerId: string; state: KnownCourse; nth: number }) {
  const digest = createHmac('sha256', of.secret).update(`${of.state.courseCode}\n${of.volunteerId}`).digest('hex');
  const verificationCode = digest.slice(0, 32);
  const number = `${of.state.courseCode}-${String(of.nth).padStart(2, '0')}`;
  return { certificateId: deriveId('certificate', verificationCode), number, verificationCode };
}

function completed(course: KnownCourse, on: Day): CourseEvent {
  const minutes = course.sessions.reduce((sum, session) => sum + session.minutes, 0);
  const data = { ...aboutCourse(course), units: course.sessions.length, minutes };
  return { type: 'CourseCompleted', happenedOn: on, data };
}
