import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import {
  attendance,
  cancelled,
  certified,
  completed,
  emre,
  enrolled,
  invited,
  madeUp,
  planned,
  promoted,
  rosa,
  waitlisted,
} from '../example-facts.js';
import { certificateView } from './certificate.view.js';
import { certificate, elsewhere, guestCertified, placeConfirmed } from '../example-guests.js';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';

describe('the view of certificates', () => {
  it('has a row for each certificate, and none for anything else', async () => {
    const rows = await foldProjection(
      certificateView,
      recordedEvents(
        course,
        { id: 'si' },
        ...[planned, invited(rosa), enrolled(rosa), waitlisted(emre), cancelled(emre), promoted(emre)],
        ...[attendance(1, { [rosa]: true }), madeUp(2, rosa), certified(rosa, 1), certified(emre, 2), completed],
      ),
    );
    expect([...rows.values()]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ number: 'SI-2015-1-01', courseId: 'si', volunteerId: rosa, year: 2015 }),
        expect.objectContaining({ number: 'SI-2015-1-02', issuedOn: '2015-03-17', verificationCode: '2'.repeat(32) }),
      ]),
    );
    expect(rows.size).toBe(2);
    for (const [id, row] of rows) expect(row.id).toBe(id);
  });

  it('has one of somebody in another tenant’s course too', async () => {
    const events = recordedEvents(guestEnrolment, { id: 'g' }, placeConfirmed(), guestCertified);
    expect([...(await foldProjection(certificateView, events)).values()]).toEqual([
      expect.objectContaining({ number: certificate.number, courseId: elsewhere.courseId, enrolmentId: 'g' }),
    ]);
  });
});
