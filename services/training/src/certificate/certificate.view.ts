import { defineProjection, parseStreamName, type Day } from '@lotsennetz/kernel';
import { course } from '../course/course.stream.js';

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
}

/** Every certificate that was issued, by its id. */
export const certificateView = defineProjection<CertificateRow>()({
  name: 'certificates',
  version: 1,
  streams: [course],
  indexes: ['courseId', 'volunteerId', 'year', 'number', 'verificationCode'],
  rowsOf: (event) => (event.type === 'CertificateIssued' ? [event.data.certificateId] : []),
  evolve: (row, event, id) => {
    if (event.type !== 'CertificateIssued') return row;
    const { certificateId: _, ...data } = event.data;
    const { happenedOn: issuedOn, stream } = event;
    return { ...data, id, courseId: parseStreamName(stream).id, issuedOn, year: Number(issuedOn.slice(0, 4)) };
  },
});
