import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { attendance, completed, emre, enrolled, olena, planned, rosa, waitlisted } from '../example-facts.js';
import { recordAttendance } from './record-attendance.decider.js';
import { guestEnrolled, guestMarks, guestOne, shared } from '../example-guests.js';

const today = day('2015-02-24');
const marks = [
  { volunteerId: rosa, present: true },
  { volunteerId: emre, present: false },
];
const command = { session: 1, attendance: marks, today };
const filled = [planned, enrolled(rosa), enrolled(emre)] as const;

describe('recording attendance', () => {
  it('dates it on the day of the session', () => {
    given(course, ...filled)
      .when(recordAttendance, command)
      .then(attendance(1, { [rosa]: true, [emre]: false }));
  });
  it('again changes nothing, even when the course is completed', () => {
    given(course, ...filled, attendance(1, { [rosa]: true, [emre]: false }))
      .when(recordAttendance, command)
      .thenNothing();
    given(course, ...filled, attendance(1, { [rosa]: true, [emre]: false }), completed)
      .when(recordAttendance, command)
      .thenNothing();
  });
  it('corrects only what differs, there and back', () => {
    given(course, ...filled, attendance(1, { [rosa]: false, [emre]: false }))
      .when(recordAttendance, command)
      .then(attendance(1, { [rosa]: true }));
    given(course, ...filled, attendance(1, { [rosa]: false }), attendance(1, { [rosa]: true }))
      .when(recordAttendance, { ...command, attendance: [{ volunteerId: rosa, present: false }] })
      .then(attendance(1, { [rosa]: false }));
  });
  it('is refused for an unknown course', () => {
    given(course).when(recordAttendance, command).thenRefused('unknown-course');
  });
  it('is refused for a session the course does not have', () => {
    given(course, ...filled)
      .when(recordAttendance, { ...command, session: 4 })
      .thenRefused('unknown-session');
  });
  it('is refused before the day of the session', () => {
    given(course, ...filled)
      .when(recordAttendance, { ...command, session: 3 })
      .thenRefused('session-in-the-future', { heldOn: '2015-03-03' });
  });
  it('is refused for people without a seat', () => {
    given(course, ...filled, waitlisted(olena))
      .when(recordAttendance, { ...command, attendance: [{ volunteerId: olena, present: true }] })
      .thenRefused('not-enrolled', { volunteerId: olena });
  });
  it('is refused when it would change a completed course', () => {
    given(course, ...filled, completed)
      .when(recordAttendance, command)
      .thenRefused('course-completed');
  });
  it('records guests apart, for each partner of theirs', () => {
    const marks = [
      { volunteerId: rosa, present: true },
      { volunteerId: guestOne, present: false },
    ];
    given(course, planned, shared(), enrolled(rosa), guestEnrolled(guestOne))
      .when(recordAttendance, { session: 1, attendance: marks, today: day('2015-02-17') })
      .then(attendance(1, { [rosa]: true }), guestMarks(1, { [guestOne]: false }));
    given(course, planned, shared(), guestEnrolled(guestOne), guestMarks(1, { [guestOne]: false }))
      .when(recordAttendance, { session: 1, attendance: marks.slice(1), today: day('2015-02-17') })
      .thenNothing();
  });
});
