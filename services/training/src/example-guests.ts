import { day, deriveId } from '@lotsennetz/kernel';
import type { CourseEvent } from './course/course.events.js';
import type { GuestEnrolmentEvent } from './guest-enrolment/guest-enrolment.stream.js';
import { olena, plan } from './example-facts.js';

/** Facts of the example course being shared with a partner, at the host and at the partner. Nobody here exists. */

export const partner = 'awo-siegen';
export const guestOne = deriveId('example-guest', 'one');
export const guestTwo = deriveId('example-guest', 'two');

export const shared = (seats?: number, by = partner): CourseEvent => ({
  type: 'CourseShared',
  happenedOn: day('2015-01-11'),
  data: { partner: by, ...(seats === undefined ? {} : { seats }) },
});
export const sharingStopped: CourseEvent = {
  type: 'SharingStopped',
  happenedOn: day('2015-02-10'),
  data: { partner },
};

type Step = 'GuestEnrolled' | 'GuestWaitlisted' | 'GuestPromoted';
const step =
  (type: Step, usually: string) =>
  (enrolmentId: string, on = usually): CourseEvent => ({ type, happenedOn: day(on), data: { partner, enrolmentId } });
export const guestEnrolled = step('GuestEnrolled', '2015-02-01');
export const guestWaitlisted = step('GuestWaitlisted', '2015-02-02');
export const guestPromoted = step('GuestPromoted', '2015-02-10');
export const guestCancelled = (
  enrolmentId: string,
  cause: 'withdrawn' | 'host' | 'never-confirmed' = 'withdrawn',
): CourseEvent => ({
  type: 'GuestCancelled',
  happenedOn: day('2015-02-10'),
  data: { partner, enrolmentId, cause },
});
export const guestMarks = (session: number, marks: Readonly<Record<string, boolean>>): CourseEvent => ({
  type: 'GuestAttendanceRecorded',
  happenedOn: plan.sessions.find((each) => each.number === session)?.heldOn ?? day('2015-02-17'),
  data: {
    ...{ partner, session },
    attendance: Object.entries(marks).map(([enrolmentId, present]) => ({ enrolmentId, present })),
  },
});
export const guestMadeUp = (session: number, enrolmentId: string): CourseEvent => ({
  type: 'GuestSessionMadeUp',
  happenedOn: day('2015-03-10'),
  data: { session, enrolmentId, partner },
});
export const guestPassed = (enrolmentId: string, nth: number): CourseEvent => ({
  type: 'GuestPassed',
  happenedOn: day('2015-03-17'),
  data: { partner, enrolmentId, number: `SI-2015-1-AWO-SIEGEN-0${nth}` },
});

const { courseCode, courseTitle, town, sessions } = plan;
export const elsewhere = { host: 'siegen', courseId: deriveId('example-course', 'si') } as const;
export const whose = { volunteerId: olena, courseId: elsewhere.courseId, courseCode, courseTitle } as const;
export const guestPlace = (place: 'enrolled' | 'waiting') =>
  ({ ...whose, host: elsewhere.host, place, town, sessions }) as const;
export const placeConfirmed = (place: 'enrolled' | 'waiting' = 'enrolled'): GuestEnrolmentEvent => ({
  type: 'GuestPlaceConfirmed',
  happenedOn: day('2015-02-01'),
  data: guestPlace(place),
});
export const placePromoted: GuestEnrolmentEvent = {
  type: 'GuestPlacePromoted',
  happenedOn: day('2015-02-10'),
  data: whose,
};
export const placeCancelled = (cause: 'withdrawn' | 'host' | 'erased' = 'withdrawn'): GuestEnrolmentEvent => ({
  type: 'GuestPlaceCancelled',
  happenedOn: day('2015-02-10'),
  data: { ...whose, cause },
});
export const markLearnt = (session: number, present: boolean): GuestEnrolmentEvent => ({
  type: 'GuestMarkLearnt',
  happenedOn: day('2015-02-17'),
  data: { ...whose, session, present },
});
export const makeUpLearnt = (session: number): GuestEnrolmentEvent => ({
  type: 'GuestMakeUpLearnt',
  happenedOn: day('2015-03-10'),
  data: { ...whose, session },
});
export const certificate = {
  certificateId: deriveId('example-certificate', olena),
  number: 'SI-2015-1-AWO-SIEGEN-01',
  verificationCode: '1'.repeat(32),
} as const;
export const guestCertified: GuestEnrolmentEvent = {
  type: 'GuestCertificateIssued',
  happenedOn: day('2015-03-17'),
  data: { ...whose, ...certificate },
};
