import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { completed, emre, enrolled, invited, olena, planned, rosa } from '../example-facts.js';
import { inviteInterested } from './invite-interested.decider.js';

const on = day('2015-01-12');

describe('inviting the interest list', () => {
  it('tells each where and when the course begins', () => {
    given(course, planned)
      .when(inviteInterested, { volunteerIds: [rosa, emre], on })
      .then(invited(rosa), invited(emre));
  });
  it('reaches nobody twice, and nobody who takes part', () => {
    given(course, planned, invited(rosa), enrolled(emre))
      .when(inviteInterested, { volunteerIds: [rosa, emre, olena], on })
      .then(invited(olena));
    given(course, planned, invited(rosa))
      .when(inviteInterested, { volunteerIds: [rosa], on })
      .thenNothing();
  });
  it('is refused for an unknown course', () => {
    given(course)
      .when(inviteInterested, { volunteerIds: [rosa], on })
      .thenRefused('unknown-course');
  });
  it('is refused when the course is completed', () => {
    given(course, planned, completed)
      .when(inviteInterested, { volunteerIds: [rosa], on })
      .thenRefused('course-completed');
  });
});
