import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  attendance,
  cancelled,
  certified,
  completed,
  emre,
  enrolled,
  invited,
  madeUp,
  olena,
  planned,
  promoted,
  rosa,
  waitlisted,
} from '../example-facts.js';
import type { CourseEvent } from './course.events.js';
import { course } from './course.stream.js';
import { courseView } from './course.view.js';
import {
  guestCancelled,
  guestEnrolled,
  guestMadeUp,
  guestMarks,
  guestOne,
  guestPassed,
  guestPromoted,
  guestTwo,
  guestWaitlisted,
  partner,
  shared,
  sharingStopped,
} from '../example-guests.js';

async function rowAfter(...events: readonly CourseEvent[]) {
  const rows = await foldProjection(courseView, recordedEvents(course, { id: 'si' }, ...events));
  return rows.get('si');
}

describe('the view of courses', () => {
  it('shows a planned course with its first and last day', async () => {
    expect(await rowAfter(planned)).toMatchObject({
      ...{ id: 'si', status: 'planned', courseCode: 'SI-2015-1', seats: 2, revision: 0 },
      ...{ firstSessionOn: '2015-02-17', lastSessionOn: '2015-03-03', participations: [], invited: [] },
    });
  });

  it('shows who is invited, seated, waiting, gone and promoted, in the order of seats', async () => {
    const row = await rowAfter(
      ...[planned, invited(rosa), enrolled(rosa), enrolled(emre), waitlisted(olena)],
      ...[cancelled(rosa), promoted(olena)],
    );
    expect(row?.invited).toEqual([rosa]);
    expect(row?.participations.map(({ volunteerId, status, since }) => [volunteerId, status, since])).toEqual([
      [rosa, 'cancelled', '2015-02-10'],
      [emre, 'enrolled', '2015-02-01'],
      [olena, 'enrolled', '2015-02-10'],
    ]);
  });

  it('follows attendance there and back', async () => {
    const there = attendance(1, { [rosa]: true });
    const away = attendance(1, { [rosa]: false });
    const [first] = (await rowAfter(planned, enrolled(rosa), there, away))?.participations ?? [];
    expect(first).toMatchObject({ present: [], absent: [1] });
    const [second] = (await rowAfter(planned, enrolled(rosa), there, away, there))?.participations ?? [];
    expect(second).toMatchObject({ present: [1], absent: [] });
  });

  it('shows what was made up, certified and completed', async () => {
    const row = await rowAfter(planned, enrolled(rosa), madeUp(2, rosa), certified(rosa, 1), completed);
    expect(row).toMatchObject({ status: 'completed', completedOn: '2015-03-17', revision: 4 });
    expect(row?.participations[0]).toMatchObject({
      madeUp: [2],
      certificate: { number: 'SI-2015-1-01', issuedOn: '2015-03-17' },
    });
  });
  it('shows with whom it is shared, and guests by number', async () => {
    const there = [planned, shared(1), guestEnrolled(guestOne), guestWaitlisted(guestTwo)] as const;
    const row = await rowAfter(...there, guestCancelled(guestOne), guestPromoted(guestTwo));
    expect(row?.shares).toEqual([{ partner, seats: 1 }]);
    expect(row?.participations).toMatchObject([
      { volunteerId: guestOne, status: 'cancelled', guest: { partner, number: 1 } },
      { volunteerId: guestTwo, status: 'enrolled', guest: { partner, number: 2 } },
    ]);
    const again = await rowAfter(...there, guestCancelled(guestOne), guestEnrolled(guestOne), sharingStopped);
    expect(again?.participations.at(-1)?.guest?.number).toBe(1);
    expect(again?.shares).toEqual([]);
  });

  it('follows a guest’s attendance, make-ups and success', async () => {
    const there = [planned, shared(), guestEnrolled(guestOne), guestMarks(1, { [guestOne]: true })];
    const [guest] =
      (await rowAfter(...there, guestMadeUp(2, guestOne), guestPassed(guestOne, 1)))?.participations ?? [];
    expect(guest).toMatchObject({ present: [1], madeUp: [2], guest: { number: 1, passedOn: '2015-03-17' } });
    const [corrected] = (await rowAfter(...there, guestMarks(1, { [guestOne]: false })))?.participations ?? [];
    expect(corrected).toMatchObject({ present: [], absent: [1] });
  });
});
