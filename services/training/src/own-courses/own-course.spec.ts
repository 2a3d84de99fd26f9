import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import type { CourseEvent } from '../course/course.events.js';
import { courseView } from '../course/course.view.js';
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
import { coursesOfVolunteer } from './courses-of-volunteer.projection.js';
import { ownCourse } from './own-course.js';

async function seenBy(volunteerId: string, ...events: readonly CourseEvent[]) {
  const rows = await foldProjection(courseView, recordedEvents(course, { id: 'si' }, planned, ...events));
  return ownCourse(rows.get('si')!, volunteerId);
}

describe('a course as one of its people sees it', () => {
  it('tells the place, step by step', async () => {
    expect(await seenBy(rosa)).toBeUndefined();
    expect(await seenBy(rosa, invited(rosa))).toMatchObject({ place: 'invited', since: null, waitingBefore: null });
    const line = [invited(rosa), enrolled(emre), waitlisted(olena), waitlisted(rosa)];
    expect(await seenBy(rosa, ...line)).toMatchObject({ place: 'waiting', since: '2015-02-02', waitingBefore: 1 });
    expect(await seenBy(rosa, ...line, cancelled(olena))).toMatchObject({ waitingBefore: 0 });
    expect(await seenBy(rosa, ...line, promoted(rosa))).toMatchObject({ place: 'enrolled', waitingBefore: null });
    expect(await seenBy(rosa, ...line, cancelled(rosa))).toMatchObject({ place: 'cancelled' });
  });
  it('tells the attendance, and nothing of others', async () => {
    const events = [enrolled(emre), enrolled(rosa), attendance(1, { [rosa]: true, [emre]: false })];
    const after = [...events, attendance(2, { [rosa]: false }), attendance(3, { [rosa]: false }), madeUp(3, rosa)];
    const seen = await seenBy(rosa, ...after, certified(rosa, 1), completed);
    expect(seen).toMatchObject({ status: 'completed', missed: 1, maxMissed: 1, certificateId: expect.any(String) });
    expect(seen?.sessions.map(({ mark }) => mark)).toEqual(['present', 'absent', 'made-up']);
    expect(JSON.stringify(seen)).not.toContain(emre);
    expect(JSON.stringify(seen)).not.toContain(rosa);
  });
});

describe('the view of who is in which course', () => {
  it('has a row for everybody, with each course once', async () => {
    const steps = [planned, invited(rosa), enrolled(rosa), waitlisted(emre), cancelled(rosa), promoted(emre)];
    const late = [attendance(1, { [emre]: true }), madeUp(2, emre), certified(emre, 1), completed];
    const rows = await foldProjection(coursesOfVolunteer, [
      ...recordedEvents(course, { id: 'si', place: 1 }, ...steps, ...late),
      ...recordedEvents(course, { id: 'ne', place: 100 }, planned, enrolled(rosa)),
    ]);
    expect(rows.get(rosa)).toEqual({ id: rosa, courseIds: ['si', 'ne'] });
    expect(rows.get(emre)).toEqual({ id: emre, courseIds: ['si'] });
    expect(rows.size).toBe(2);
  });
});
