import { day, deriveId } from '@lotsennetz/kernel';
import type { CourseEvent, CoursePlan, Session } from './course/course.events.js';

/** Facts that specs are given: a course of three evenings in Siegen with two seats. Nobody here exists. */

export const rosa = deriveId('example', 'rosa');
export const emre = deriveId('example', 'emre');
export const olena = deriveId('example', 'olena');

const about = { courseCode: 'SI-2015-1', courseTitle: 'Integrationslotsen' } as const;

function evening(number: number, title: string, heldOn: string): Session {
  return { number, title, heldOn: day(heldOn), startsAt: '18:00', endsAt: '19:30', minutes: 90 };
}

export const plan: CoursePlan = {
  ...about,
  town: 'Siegen',
  sessions: [
    evening(1, 'Recht', '2015-02-17'),
    evening(2, 'Arbeit', '2015-02-24'),
    evening(3, 'Soziales', '2015-03-03'),
  ],
  seats: 2,
  waitingList: true,
  maxMissed: 1,
};

export const planned: CourseEvent = { type: 'CoursePlanned', happenedOn: day('2015-01-10'), data: plan };
export const plannedWith = (change: Partial<CoursePlan>): CourseEvent => ({
  type: 'CoursePlanned',
  happenedOn: day('2015-01-10'),
  data: { ...plan, ...change },
});

type Step = 'VolunteerEnrolled' | 'VolunteerWaitlisted' | 'VolunteerPromoted' | 'EnrolmentCancelled';
const step =
  (type: Step, usually: string) =>
  (volunteerId: string, on = usually): CourseEvent => ({
    type,
    happenedOn: day(on),
    data: { ...about, volunteerId },
  });

export const enrolled = step('VolunteerEnrolled', '2015-02-01');
export const waitlisted = step('VolunteerWaitlisted', '2015-02-02');
export const cancelled = step('EnrolmentCancelled', '2015-02-10');
export const promoted = step('VolunteerPromoted', '2015-02-10');

export const invited = (volunteerId: string): CourseEvent => ({
  type: 'VolunteerInvited',
  happenedOn: day('2015-01-12'),
  data: { ...about, volunteerId, town: 'Siegen', startsOn: day('2015-02-17'), startsAt: '18:00' },
});

/** Who was present at a session and who was not. */
export function attendance(session: number, marks: Readonly<Record<string, boolean>>): CourseEvent {
  const heldOn = plan.sessions.find((each) => each.number === session)?.heldOn ?? day('2015-02-17');
  const list = Object.entries(marks).map(([volunteerId, present]) => ({ volunteerId, present }));
  return { type: 'AttendanceRecorded', happenedOn: heldOn, data: { session, attendance: list } };
}

export const madeUp = (session: number, volunteerId: string, on = '2015-03-10'): CourseEvent => ({
  type: 'SessionMadeUp',
  happenedOn: day(on),
  data: { session, volunteerId },
});

export const certified = (volunteerId: string, nth: number, on = '2015-03-17'): CourseEvent => ({
  type: 'CertificateIssued',
  happenedOn: day(on),
  data: {
    ...{ ...about, volunteerId, number: `SI-2015-1-0${nth}` },
    certificateId: deriveId('example-certificate', volunteerId),
    verificationCode: String(nth).repeat(32),
  },
});

export const completed: CourseEvent = {
  type: 'CourseCompleted',
  happenedOn: day('2015-03-17'),
  data: { ...about, units: 3, minutes: 270 },
};
