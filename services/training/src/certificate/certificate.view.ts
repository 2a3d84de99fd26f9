import { defineProjection, parseStreamName, type Day } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { course } from '../course/course.stream.js';
import { guestEnrolment, type GuestEnrolmentEvent } from '../guest-enrolment/guest-enrolment.stream.js';

export interface CertificateRow {
  readonly id: string;
  /** `<course code>-<nn>` */
  readonly number: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly volunteerId: string;
  readonly issuedOn: Day;
  readonly year: number;
  /** 128 random bits in hex: whoever holds the certificate can have it verified. */
  readonly verificationCode: string;
  /** Where the course is another tenant's: the enrolment with it. */
  readonly enrolmentId?: string;
}

/** Every certificate that was issued, by its id. */
export const certificateView = defineProjection<CertificateRow>()({
  name: 'certificates',
  version: 2,
  streams: [course, guestEnrolment],
  indexes: ['courseId', 'volunteerId', 'year', 'number', 'verificationCode'],
  rowsOf: (event) => (issues(event) ? [event.data.certificateId] : []),
  evolve: (row, event, id) => {
    if (!issues(event)) return row;
    const { certificateId: _, ...data } = event.data;
    const { happenedOn: issuedOn, stream } = event;
    const at = parseStreamName(stream).id;
    const where = 'courseId' in data ? { courseId: data.courseId, enrolmentId: at } : { courseId: at };
    return { ...data, ...where, id, issuedOn, year: Number(issuedOn.slice(0, 4)) };
  },
});

type Issued = Extract<CourseEvent | GuestEnrolmentEvent, { type: 'CertificateIssued' | 'GuestCertificateIssued' }>;

function issues<Event extends { readonly type: string }>(event: Event): event is Extract<Event, Pick<Issued, 'type'>> {
  return event.type === 'CertificateIssued' || event.type === 'GuestCertificateIssued';
}
