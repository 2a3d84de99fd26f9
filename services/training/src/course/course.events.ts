import { defineEvents, field, type DataOf, type EventOf } from '@lotsennetz/kernel';
import { guestSchemas } from './guest.events.js';

/** One dated meeting of a course. Its number is what attendance and rosters refer to. */
const session = {
  number: field.integer(),
  title: field.publicText('content of a curriculum'),
  heldOn: field.day(),
  startsAt: field.time(),
  endsAt: field.time(),
  minutes: field.integer(),
  /** The body that sends the lecturer, such as the job centre; never a person. */
  lecturer: field.optional(field.publicText('name of an organisation')),
} as const;

const plan = {
  courseCode: field.publicText('code of a course'),
  courseTitle: field.publicText('title of a course'),
  town: field.publicText('an area of thousands of people'),
  sessions: field.list(field.record(session)),
  /** Absent: no limit. */
  seats: field.optional(field.integer()),
  waitingList: field.boolean(),
  /** How many sessions a certified person may have missed. */
  maxMissed: field.integer(),
  curriculumId: field.optional(field.id()),
} as const;

// Code and title stand in every event that others learn of: an event is published by itself, without the state.
const about = {
  courseCode: field.publicText('code of a course'),
  courseTitle: field.publicText('title of a course'),
} as const;
const participation = { ...about, volunteerId: field.id() } as const;
const mark = { volunteerId: field.id(), present: field.boolean() } as const;

export const courseSchemas = defineEvents({
  CoursePlanned: plan,
  VolunteerInvited: {
    ...participation,
    town: field.publicText('an area of thousands of people'),
    startsOn: field.day(),
    startsAt: field.time(),
  },
  VolunteerEnrolled: participation,
  VolunteerWaitlisted: participation,
  VolunteerPromoted: participation,
  EnrolmentCancelled: { ...participation, cause: field.optional(field.code('erased')) },
  /** Only the marks that are new or differ from what was recorded before. */
  AttendanceRecorded: { session: field.integer(), attendance: field.list(field.record(mark)) },
  SessionMadeUp: { session: field.integer(), volunteerId: field.id() },
  CertificateIssued: {
    ...participation,
    certificateId: field.id(),
    number: field.publicText('number of a document'),
    /** 128 random bits in hex, printed on the certificate. */
    verificationCode: field.id(),
  },
  CourseCompleted: { ...about, units: field.integer(), minutes: field.integer() },
  ...guestSchemas,
});

export type CourseEvent = EventOf<typeof courseSchemas>;
export type GuestEvent = Extract<CourseEvent, { type: keyof typeof guestSchemas }>;
export type CoursePlan = DataOf<typeof plan>;
export type Session = DataOf<typeof session>;
export type AttendanceMark = DataOf<typeof mark>;
