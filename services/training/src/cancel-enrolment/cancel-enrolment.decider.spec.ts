import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import {
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
import { cancelEnrolment } from './cancel-enrolment.decider.js';
import { guestCancelled, guestEnrolled, guestOne, shared } from '../example-guests.js';

const on = day('2015-02-10');
const rosaLeaves = { volunteerId: rosa, on };

describe('cancelling an enrolment', () => {
  it('frees the seat', () => {
    given(course, planned, enrolled(rosa)).when(cancelEnrolment, rosaLeaves).then(cancelled(rosa));
  });
  it('gives a freed seat to whoever has waited longest', () => {
    given(course, plannedWith({ seats: 1 }), enrolled(rosa), waitlisted(emre), waitlisted(olena))
      .when(cancelEnrolment, rosaLeaves)
      .then(cancelled(rosa), promoted(emre));
  });
  it('leaves the waiting list without promoting anybody', () => {
    given(course, plannedWith({ seats: 1 }), enrolled(rosa), waitlisted(emre), waitlisted(olena))
      .when(cancelEnrolment, { volunteerId: emre, on })
      .then(cancelled(emre));
  });
  it('promotes nobody while an overfilled course has no seat to give', () => {
    given(course, plannedWith({ seats: 1 }), enrolled(rosa), waitlisted(emre), enrolled(olena))
      .when(cancelEnrolment, rosaLeaves)
      .then(cancelled(rosa));
  });
  it('twice changes nothing', () => {
    given(course, planned, enrolled(rosa), cancelled(rosa)).when(cancelEnrolment, rosaLeaves).thenNothing();
  });
  it('is refused for an unknown course', () => {
    given(course).when(cancelEnrolment, rosaLeaves).thenRefused('unknown-course');
  });
  it('is refused for somebody who never enrolled', () => {
    given(course, planned).when(cancelEnrolment, rosaLeaves).thenRefused('not-enrolled');
  });
  it('is refused after the course is completed', () => {
    given(course, planned, enrolled(rosa), completed).when(cancelEnrolment, rosaLeaves).thenRefused('course-completed');
  });
  it('of a guest is told to the partner', () => {
    given(course, planned, shared(), guestEnrolled(guestOne), enrolled(rosa), waitlisted(olena))
      .when(cancelEnrolment, { volunteerId: guestOne, on: day('2015-02-10') })
      .then(guestCancelled(guestOne, 'host'), promoted(olena));
  });
});
