import type { ServiceDefinition } from '@lotsennetz/platform';
import { PdfPrinter } from '@lotsennetz/platform/documents';
import { CancelEnrolmentHttp } from './cancel-enrolment/cancel-enrolment.http.js';
import { CancelGuestHttp } from './cancel-guest/cancel-guest.http.js';
import { CertificateListHttp } from './certificate-list/certificate-list.http.js';
import { OwnCertificatesHttp } from './certificate-list/own-certificates.http.js';
import { CertificatePdfHttp } from './certificate-pdf/certificate-pdf.http.js';
import { CertificatePrinter } from './certificate-pdf/certificate-printer.js';
import { PrintedCertificates } from './certificate-pdf/printed-certificates.js';
import { certificateView } from './certificate/certificate.view.js';
import { CompleteCourseHttp } from './complete-course/complete-course.http.js';
import { CourseDetailsHttp } from './course-details/course-details.http.js';
import { CourseListHttp } from './course-list/course-list.http.js';
import { courseView } from './course/course.view.js';
import { CurriculumListHttp } from './curriculum-list/curriculum-list.http.js';
import { curriculumList } from './curriculum-list/curriculum-list.projection.js';
import { EnrolGuestHttp } from './enrol-guest/enrol-guest.http.js';
import { GuestEnrolling } from './enrol-guest/guest-enrolling.js';
import { EnrolVolunteerHttp } from './enrol-volunteer/enrol-volunteer.http.js';
import { guestEnrolmentView } from './guest-enrolment/guest-enrolment.view.js';
import { GuestSeats } from './guest-seats.js';
import { AttendanceImport } from './import-attendance/attendance-import.js';
import { ImportAttendanceHttp } from './import-attendance/import-attendance.http.js';
import { PeopleByEmail } from './import-attendance/people-by-email.js';
import { CourseImport } from './import-courses/course-import.js';
import { ImportCoursesHttp } from './import-courses/import-courses.http.js';
import { InterestList } from './invite-interested/interest-list.js';
import { InviteInterestedHttp } from './invite-interested/invite-interested.http.js';
import { MakeUpSessionHttp } from './make-up-session/make-up-session.http.js';
import { NextCoursesHttp } from './next-courses/next-courses.http.js';
import { coursesOfVolunteer } from './own-courses/courses-of-volunteer.projection.js';
import { OwnCoursesHttp } from './own-courses/own-courses.http.js';
import { participantView } from './participant/participant.view.js';
import { PlanCourseHttp } from './plan-course/plan-course.http.js';
import { PublishCurriculumHttp } from './publish-curriculum/publish-curriculum.http.js';
import { publishedEvents } from './published-events.js';
import { RecordAttendanceHttp } from './record-attendance/record-attendance.http.js';
import { GuestSeatSweep } from './release-unsettled-guest-seats/guest-seat-sweep.js';
import { guestSeatsHeld } from './release-unsettled-guest-seats/guest-seats-held.projection.js';
import { ShareCourseHttp } from './share-course/share-course.http.js';
import { SharedCourseListHttp } from './shared-course-list/shared-course-list.http.js';
import { StopSharingCourseHttp } from './stop-sharing-course/stop-sharing-course.http.js';
import { VerifyCertificateHttp } from './verify-certificate/verify-certificate.http.js';
import { SeatForgetter } from './when-erasure-ordered-free-seats/seat-forgetter.js';
import { WhenHostRecordsLearnOfOwnPeople } from './when-host-records-learn-of-own-people/when-host-records-learn-of-own-people.js';
import { WhenVolunteerRegisteredKnowParticipant } from './when-volunteer-registered-know-participant/when-volunteer-registered-know-participant.js';

/** Courses that make people into guides: planned, filled, held and certified. */
export const training: ServiceDefinition = {
  name: 'training',
  purposes: ['name', 'contact'],
  projections: [
    courseView,
    certificateView,
    curriculumList,
    participantView,
    coursesOfVolunteer,
    guestEnrolmentView,
    guestSeatsHeld,
  ],
  published: publishedEvents,
  takesImports: true,
  forgets: SeatForgetter,
  controllers: [
    PublishCurriculumHttp,
    CurriculumListHttp,
    PlanCourseHttp,
    CourseListHttp,
    NextCoursesHttp,
    CourseDetailsHttp,
    InviteInterestedHttp,
    EnrolVolunteerHttp,
    CancelEnrolmentHttp,
    RecordAttendanceHttp,
    MakeUpSessionHttp,
    CompleteCourseHttp,
    ShareCourseHttp,
    StopSharingCourseHttp,
    SharedCourseListHttp,
    EnrolGuestHttp,
    CancelGuestHttp,
    CertificateListHttp,
    OwnCertificatesHttp,
    CertificatePdfHttp,
    OwnCoursesHttp,
    VerifyCertificateHttp,
    ImportCoursesHttp,
    ImportAttendanceHttp,
    WhenVolunteerRegisteredKnowParticipant,
    WhenHostRecordsLearnOfOwnPeople,
  ],
  providers: [
    InterestList,
    CourseImport,
    AttendanceImport,
    PeopleByEmail,
    PrintedCertificates,
    PdfPrinter,
    CertificatePrinter,
    GuestSeats,
    GuestEnrolling,
    GuestSeatSweep,
  ],
  figures: [
    { label: 'Geplante Kurse', view: courseView, filter: { status: 'planned' } },
    { label: 'Abgeschlossene Kurse', view: courseView, filter: { status: 'completed' } },
    { label: 'Zertifikate', view: certificateView },
  ],
};
