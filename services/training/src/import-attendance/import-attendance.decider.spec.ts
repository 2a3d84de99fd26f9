import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import {
  attendance,
  cancelled,
  completed,
  emre,
  enrolled,
  olena,
  planned,
  plannedWith,
  promoted,
  rosa,
  waitlisted,
} from '../example-facts.js';
import { importAttendance } from './import-attendance.decider.js';

const today = day('2026-05-01');
const marks = [
  { volunteerId: rosa, session: 1, present: true },
  { volunteerId: rosa, session: 2, present: false },
  { volunteerId: emre, session: 1, present: true },
];
const begin = '2015-02-17';
const result = [
  ...[enrolled(rosa, begin), enrolled(emre, begin)],
  ...[attendance(1, { [rosa]: true, [emre]: true }), attendance(2, { [rosa]: false })],
];

describe('importing attendance', () => {
  it('enrols as of the first session, in the order of the file, and marks each session', () => {
    given(course, planned)
      .when(importAttendance, { marks, today })
      .then(...result);
  });
  it('again changes nothing, even when the course is completed', () => {
    given(course, planned, ...result)
      .when(importAttendance, { marks: [...marks, ...marks], today })
      .thenNothing();
    given(course, planned, ...result, completed)
      .when(importAttendance, { marks, today })
      .thenNothing();
  });
  it('seats everybody who was there: the list is a fact, the number of seats a plan', () => {
    given(course, plannedWith({ seats: 1 }), enrolled(olena), waitlisted(rosa))
      .when(importAttendance, { marks, today })
      .then(
        ...[promoted(rosa, begin), enrolled(emre, begin)],
        ...[attendance(1, { [rosa]: true, [emre]: true }), attendance(2, { [rosa]: false })],
      );
    given(course, planned, enrolled(rosa), cancelled(rosa))
      .when(importAttendance, { marks: marks.slice(0, 1), today })
      .then(enrolled(rosa, begin), attendance(1, { [rosa]: true }));
  });
  it('is refused for an unknown course', () => {
    given(course).when(importAttendance, { marks, today }).thenRefused('unknown-course');
  });
  it('is refused for a session the course does not have', () => {
    given(course, planned)
      .when(importAttendance, { marks: [{ volunteerId: rosa, session: 9, present: true }], today })
      .thenRefused('unknown-session');
  });
  it('is refused for a session that was not held yet', () => {
    given(course, planned)
      .when(importAttendance, { marks, today: day('2015-02-20') })
      .thenRefused('session-in-the-future');
  });
  it('is refused when it would change a completed course', () => {
    given(course, planned, completed).when(importAttendance, { marks, today }).thenRefused('course-completed');
  });
});
