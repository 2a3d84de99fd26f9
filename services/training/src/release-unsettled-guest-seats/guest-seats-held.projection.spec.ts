import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import type { CourseEvent } from '../course/course.events.js';
import { course } from '../course/course.stream.js';
import { completed, enrolled, planned, rosa } from '../example-facts.js';
import {
  guestCancelled,
  guestEnrolled,
  guestOne,
  guestPromoted,
  guestTwo,
  guestWaitlisted,
  shared,
} from '../example-guests.js';
import { guestSeatsHeld } from './guest-seats-held.projection.js';

async function heldAfter(...events: readonly CourseEvent[]) {
  const rows = await foldProjection(guestSeatsHeld, recordedEvents(course, { id: 'si' }, planned, shared(), ...events));
  return rows.get('si')?.held.map(({ enrolmentId, place }) => [enrolmentId, place]);
}

describe('the view of seats held for guests', () => {
  it('is empty without guests', async () => {
    expect(await heldAfter(enrolled(rosa))).toBeUndefined();
  });
  it('follows each guest’s place until it is given up', async () => {
    const there = [guestEnrolled(guestOne), guestWaitlisted(guestTwo)];
    expect(await heldAfter(...there)).toEqual([
      [guestOne, 'enrolled'],
      [guestTwo, 'waiting'],
    ]);
    expect(await heldAfter(...there, guestCancelled(guestOne), guestPromoted(guestTwo))).toEqual([
      [guestTwo, 'enrolled'],
    ]);
    expect(await heldAfter(...there, guestCancelled(guestOne), guestCancelled(guestTwo))).toBeUndefined();
  });
  it('forgets a course that is over', async () => {
    expect(await heldAfter(guestEnrolled(guestOne), completed)).toBeUndefined();
  });
});
