import { training } from '@lotsennetz/contracts';
import { publishAs, publishes, type DataOfContract, type Publish } from '@lotsennetz/kernel';
import { course } from './course/course.stream.js';
import { guestEnrolment } from './guest-enrolment/guest-enrolment.stream.js';

/** The only exit of this service: what others learn, and how much of it. Who was absent when stays here. */
export const publishedEvents: readonly Publish[] = [
  publishes(course, {
    CoursePlanned: ({ data: { courseCode, courseTitle, town, sessions } }, courseId) =>
      publishAs(training.coursePlanned, {
        ...{ courseId, courseCode, courseTitle, town },
        sessions: sessions.map(({ lecturer: _, ...session }) => session),
      }),
    VolunteerInvited: ({ data }, courseId) => publishAs(training.volunteerInvited, { courseId, ...data }),
    VolunteerEnrolled: ({ data }, courseId) => publishAs(training.volunteerEnrolled, { courseId, ...data }),
    VolunteerWaitlisted: ({ data }, courseId) => publishAs(training.volunteerWaitlisted, { courseId, ...data }),
    VolunteerPromoted: ({ data }, courseId) => publishAs(training.volunteerPromoted, { courseId, ...data }),
    EnrolmentCancelled: ({ data }, courseId) => publishAs(training.enrolmentCancelled, { courseId, ...data }),
    CourseCompleted: ({ data }, courseId) => publishAs(training.courseCompleted, { courseId, ...data }),
    // The verification code stays between this service and whoever holds the certificate.
    CertificateIssued: ({ data: { verificationCode: _, ...certificate } }, courseId) =>
      publishAs(training.certificateIssued, { courseId, ...certificate }),
    // What a partner must learn of its own people; under the host's tenant, since the host says it.
    GuestPromoted: ({ data }, courseId) => publishAs(training.guestPromoted, { courseId, ...data }),
    GuestCancelled: ({ data: { cause, ...guest } }, courseId) =>
      cause === 'host' ? publishAs(training.guestRemoved, { courseId, ...guest }) : undefined,
    GuestAttendanceRecorded: ({ data }, courseId) => publishAs(training.guestAttendanceRecorded, { courseId, ...data }),
    GuestSessionMadeUp: ({ data }, courseId) => publishAs(training.guestSessionMadeUp, { courseId, ...data }),
    GuestPassed: ({ data }, courseId) => publishAs(training.guestPassed, { courseId, ...data }),
  }),
  // For reports, messages and matching, somebody enrolled elsewhere is one of the tenant's own people like any other.
  publishes(guestEnrolment, {
    GuestPlaceConfirmed: ({ data: { place, ...data } }) =>
      publishAs(place === 'enrolled' ? training.volunteerEnrolled : training.volunteerWaitlisted, participation(data)),
    GuestPlacePromoted: ({ data }) => publishAs(training.volunteerPromoted, data),
    GuestPlaceCancelled: ({ data: { cause, ...data } }) =>
      publishAs(training.enrolmentCancelled, { ...data, ...(cause === 'erased' ? { cause } : {}) }),
    GuestCertificateIssued: ({ data: { verificationCode: _, ...certificate } }) =>
      publishAs(training.certificateIssued, certificate),
  }),
];

function participation({ courseId, courseCode, courseTitle, volunteerId }: Participation): Participation {
  return { courseId, courseCode, courseTitle, volunteerId };
}

type Participation = DataOfContract<typeof training.volunteerEnrolled>;
