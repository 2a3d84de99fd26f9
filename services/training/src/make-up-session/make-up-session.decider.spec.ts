import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { attendance, completed, enrolled, madeUp, planned, rosa } from '../example-facts.js';
import { makeUpSession } from './make-up-session.decider.js';
import { guestEnrolled, guestMadeUp, guestOne, shared } from '../example-guests.js';

const command = { session: 2, volunteerId: rosa, on: day('2015-03-10') };
const missed = [planned, enrolled(rosa), attendance(2, { [rosa]: false })] as const;

describe('making up a session', () => {
  it('counts for somebody who missed it', () => {
    given(course, ...missed)
      .when(makeUpSession, command)
      .then(madeUp(2, rosa));
  });
  it('is still possible when the course is completed', () => {
    given(course, ...missed, completed)
      .when(makeUpSession, command)
      .then(madeUp(2, rosa));
  });
  it('twice changes nothing, nor for somebody who was there', () => {
    given(course, ...missed, madeUp(2, rosa))
      .when(makeUpSession, command)
      .thenNothing();
    given(course, planned, enrolled(rosa), attendance(2, { [rosa]: true }))
      .when(makeUpSession, command)
      .thenNothing();
  });
  it('is refused for an unknown course', () => {
    given(course).when(makeUpSession, command).thenRefused('unknown-course');
  });
  it('is refused for a session the course does not have', () => {
    given(course, ...missed)
      .when(makeUpSession, { ...command, session: 9 })
      .thenRefused('unknown-session');
  });
  it('is refused for somebody without a seat', () => {
    given(course, planned).when(makeUpSession, command).thenRefused('not-enrolled');
  });
  it('is refused before the session was held', () => {
    given(course, ...missed)
      .when(makeUpSession, { ...command, on: day('2015-02-23') })
      .thenRefused('earlier-than-session');
  });
  it('by a guest is the partner’s to know', () => {
    const command = { session: 2, volunteerId: guestOne, on: day('2015-03-10') };
    const before = [planned, shared(), guestEnrolled(guestOne)] as const;
    given(course, ...before)
      .when(makeUpSession, command)
      .then(guestMadeUp(2, guestOne));
    given(course, ...before, guestMadeUp(2, guestOne))
      .when(makeUpSession, command)
      .thenNothing();
  });
});
