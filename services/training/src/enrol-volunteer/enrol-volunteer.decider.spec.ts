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
import { enrolVolunteer } from './enrol-volunteer.decider.js';

const olenaEnrols = { volunteerId: olena, on: day('2015-02-02') };
const full = [enrolled(rosa), enrolled(emre)] as const;

describe('enrolling', () => {
  it('takes a free seat', () => {
    given(course, planned, enrolled(rosa)).when(enrolVolunteer, olenaEnrols).then(enrolled(olena, '2015-02-02'));
  });
  it('waits when the course is full', () => {
    given(course, planned, ...full)
      .when(enrolVolunteer, olenaEnrols)
      .then(waitlisted(olena));
  });
  it('twice changes nothing, be it a seat or a place on the waiting list', () => {
    given(course, planned, enrolled(olena)).when(enrolVolunteer, olenaEnrols).thenNothing();
    given(course, planned, ...full, waitlisted(olena))
      .when(enrolVolunteer, olenaEnrols)
      .thenNothing();
    given(course, planned, enrolled(olena), completed).when(enrolVolunteer, olenaEnrols).thenNothing();
  });
  it('never lacks a seat where there is no limit', () => {
    const { seats: _, ...unlimited } = planned.data as { seats: number };
    given(course, { ...planned, data: unlimited } as typeof planned, ...full)
      .when(enrolVolunteer, olenaEnrols)
      .then(enrolled(olena, '2015-02-02'));
  });
  it('counts a promoted person as seated and a cancelled one not', () => {
    given(course, planned, ...full, waitlisted(olena), cancelled(rosa), promoted(olena))
      .when(enrolVolunteer, { volunteerId: rosa, on: day('2015-02-11') })
      .then(waitlisted(rosa, '2015-02-11'));
    given(course, planned, ...full, cancelled(rosa))
      .when(enrolVolunteer, olenaEnrols)
      .then(enrolled(olena, '2015-02-02'));
  });
  it('is refused for an unknown course', () => {
    given(course).when(enrolVolunteer, olenaEnrols).thenRefused('unknown-course');
  });
  it('is refused after the course is completed', () => {
    given(course, planned, completed).when(enrolVolunteer, olenaEnrols).thenRefused('course-completed');
  });
  it('is refused in a full course whose waiting list is switched off', () => {
    given(course, plannedWith({ waitingList: false }), ...full)
      .when(enrolVolunteer, olenaEnrols)
      .thenRefused('course-full', { seats: 2 });
  });
});
