import { field } from '@lotsennetz/kernel';

/** A guest takes part through a partner of the tenant, and is known here by an enrolment's id alone. */
const guest = { partner: field.id(), enrolmentId: field.id() } as const;

/** Why a guest's place was given up: by the partner, by the host, or because the partner never confirmed it. */
export const guestCancellations = ['withdrawn', 'host', 'never-confirmed'] as const;

/** What happens in a course because it is shared with partners. */
export const guestSchemas = {
  /** Again for the same partner: the seats set aside are others now. Absent seats: all share the same ones. */
  CourseShared: { partner: field.id(), seats: field.optional(field.integer()) },
  SharingStopped: { partner: field.id() },
  GuestEnrolled: guest,
  GuestWaitlisted: guest,
  GuestPromoted: guest,
  GuestCancelled: { ...guest, cause: field.code(...guestCancellations) },
  /** One event a partner, since each is told of its own people only. */
  GuestAttendanceRecorded: {
    partner: field.id(),
    session: field.integer(),
    attendance: field.list(field.record({ enrolmentId: field.id(), present: field.boolean() })),
  },
  GuestSessionMadeUp: { ...guest, session: field.integer() },
  /** The certificate itself is issued by the partner, which knows the name. */
  GuestPassed: { ...guest, number: field.publicText('number of a document') },
} as const;
