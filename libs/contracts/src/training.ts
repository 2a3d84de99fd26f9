import { defineContract, field } from '@lotsennetz/kernel';
import { erasureAcknowledgedBy } from './acknowledgement.js';
import { personDataGatheredBy } from './person-data.js';

/** What the training service publishes. */

const course = {
  courseId: field.id(),
  courseCode: field.publicText('code of a course'),
  courseTitle: field.publicText('title of a course'),
} as const;
const participation = { ...course, volunteerId: field.id() } as const;

const session = field.record({
  /** From 1, in order of time. */
  number: field.integer(),
  title: field.publicText('content of a curriculum'),
  heldOn: field.day(),
  startsAt: field.time(),
  endsAt: field.time(),
  minutes: field.integer(),
});

export const coursePlanned = defineContract(
  'training.course-planned.v1',
  'A course has dates and can be enrolled in.',
  {
    ...course,
    town: field.publicText('an area of thousands of people'),
    sessions: field.list(session),
  },
);

export const volunteerInvited = defineContract(
  'training.volunteer-invited.v1',
  'A volunteer of the interest list is invited to a course.',
  {
    ...participation,
    town: field.publicText('an area of thousands of people'),
    startsOn: field.day(),
    startsAt: field.time(),
  },
);

export const volunteerEnrolled = defineContract(
  'training.volunteer-enrolled.v1',
  'A volunteer has a seat in a course.',
  participation,
);
export const volunteerWaitlisted = defineContract(
  'training.volunteer-waitlisted.v1',
  'The course is full; the volunteer waits for a seat.',
  participation,
);
export const volunteerPromoted = defineContract(
  'training.volunteer-promoted.v1',
  'A freed seat went to the first on the waiting list.',
  participation,
);
export const enrolmentCancelled = defineContract(
  'training.enrolment-cancelled.v1',
  'A volunteer gave up a seat or a place on the waiting list.',
  {
    ...participation,
    /** Absent: the person or the office wanted it so. */
    cause: field.optional(field.code('erased')),
  },
);

export const courseCompleted = defineContract(
  'training.course-completed.v1',
  'A course is over and its certificates are issued.',
  {
    ...course,
    /** Sessions held. */
    units: field.integer(),
    minutes: field.integer(),
  },
);

export const certificateIssued = defineContract(
  'training.certificate-issued.v1',
  'A volunteer has fulfilled the certificate rule of a course.',
  {
    ...participation,
    certificateId: field.id(),
    /** `<course code>-<nn>` */
    number: field.publicText('number of a document'),
  },
);

/** Somebody whom a partner has enrolled in the publisher's course; the partner alone knows who it is. */
const guest = { courseId: field.id(), partner: field.id(), enrolmentId: field.id() } as const;

export const guestPromoted = defineContract(
  'training.guest-promoted.v1',
  "A freed seat went to a partner's guest on the waiting list.",
  guest,
);
export const guestRemoved = defineContract(
  'training.guest-removed.v1',
  "The host has taken a partner's guest off a course.",
  guest,
);
export const guestAttendanceRecorded = defineContract(
  'training.guest-attendance-recorded.v1',
  "Which of one partner's guests were there; only what is new.",
  {
    courseId: field.id(),
    partner: field.id(),
    session: field.integer(),
    attendance: field.list(field.record({ enrolmentId: field.id(), present: field.boolean() })),
  },
);
export const guestSessionMadeUp = defineContract(
  'training.guest-session-made-up.v1',
  "A partner's guest has made up a session.",
  { ...guest, session: field.integer() },
);
export const guestPassed = defineContract(
  'training.guest-passed.v1',
  "A partner's guest has fulfilled the certificate rule; the partner issues the certificate.",
  { ...guest, number: field.publicText('number of a document') },
);

export const erasureAcknowledged = erasureAcknowledgedBy('training');
export const personDataGathered = personDataGatheredBy('training');
