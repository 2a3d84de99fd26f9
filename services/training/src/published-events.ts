import { training } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { course } from './course/course.stream.js';

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
  }),
];
