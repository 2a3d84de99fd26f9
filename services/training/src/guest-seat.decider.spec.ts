import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from './course/course.stream.js';
import { completed, emre, enrolled, planned, plannedWith, promoted, rosa, waitlisted } from './example-facts.js';
import {
  guestCancelled,
  guestEnrolled,
  guestOne,
  guestPromoted,
  guestTwo,
  guestWaitlisted,
  partner,
  shared,
  sharingStopped,
} from './example-guests.js';
import { releaseGuestSeat, takeGuestSeat } from './guest-seat.decider.js';

const seat = { partner, enrolmentId: guestOne, on: day('2015-02-01') };

describe('taking a seat for a guest', () => {
  it('takes a free one', () => {
    given(course, planned, shared(), enrolled(rosa)).when(takeGuestSeat, seat).then(guestEnrolled(guestOne));
  });
  it('waits when the course is full, or the seats set aside are', () => {
    given(course, planned, shared(), enrolled(rosa), enrolled(emre))
      .when(takeGuestSeat, seat)
      .then(guestWaitlisted(guestOne, '2015-02-01'));
    given(course, planned, shared(1), guestEnrolled(guestTwo))
      .when(takeGuestSeat, seat)
      .then(guestWaitlisted(guestOne, '2015-02-01'));
  });
  it('has the seats set aside for the partner to itself', () => {
    given(course, planned, shared(1), enrolled(rosa)).when(takeGuestSeat, seat).then(guestEnrolled(guestOne));
    given(course, planned, shared(1, 'caritas'), shared(), enrolled(rosa))
      .when(takeGuestSeat, seat)
      .then(guestWaitlisted(guestOne, '2015-02-01'));
  });
  it('twice changes nothing, also when the course is shared no longer', () => {
    given(course, planned, shared(), guestEnrolled(guestOne)).when(takeGuestSeat, seat).thenNothing();
    given(course, planned, shared(), guestWaitlisted(guestOne), sharingStopped).when(takeGuestSeat, seat).thenNothing();
  });
  it('takes one anew after the first was given up', () => {
    given(course, planned, shared(), guestEnrolled(guestOne), guestCancelled(guestOne))
      .when(takeGuestSeat, seat)
      .then(guestEnrolled(guestOne));
  });
  it('is refused alike for an unknown course and one that is not shared with the partner', () => {
    given(course).when(takeGuestSeat, seat).thenRefused('unknown-course');
    given(course, planned).when(takeGuestSeat, seat).thenRefused('unknown-course');
    given(course, planned, shared(undefined, 'caritas')).when(takeGuestSeat, seat).thenRefused('unknown-course');
    given(course, planned, shared(), sharingStopped).when(takeGuestSeat, seat).thenRefused('unknown-course');
    given(course, planned, completed).when(takeGuestSeat, seat).thenRefused('unknown-course');
  });
  it('is refused after the course is completed', () => {
    given(course, planned, shared(), completed).when(takeGuestSeat, seat).thenRefused('course-completed');
  });
  it('is refused in a full course without a waiting list, without saying how many are there', () => {
    given(course, plannedWith({ waitingList: false }), shared(), enrolled(rosa), enrolled(emre))
      .when(takeGuestSeat, seat)
      .thenRefused('course-full');
  });
});

describe('giving a guest’s seat back', () => {
  const release = { ...seat, on: day('2015-02-10'), cause: 'withdrawn' } as const;
  const full = [planned, shared(), guestEnrolled(guestOne), enrolled(rosa)] as const;

  it('moves up whoever has waited longest, of either tenant', () => {
    given(course, ...full, waitlisted(emre), guestWaitlisted(guestTwo))
      .when(releaseGuestSeat, release)
      .then(guestCancelled(guestOne), promoted(emre));
    given(course, ...full, guestWaitlisted(guestTwo), waitlisted(emre))
      .when(releaseGuestSeat, release)
      .then(guestCancelled(guestOne), guestPromoted(guestTwo));
  });
  it('leaves seats set aside to the partner', () => {
    given(course, planned, shared(1), guestEnrolled(guestOne), enrolled(rosa), waitlisted(emre))
      .when(releaseGuestSeat, release)
      .then(guestCancelled(guestOne));
  });
  it('moves nobody up for a place on the waiting list', () => {
    given(
      course,
      planned,
      shared(),
      enrolled(rosa),
      enrolled(emre),
      guestWaitlisted(guestOne),
      guestWaitlisted(guestTwo),
    )
      .when(releaseGuestSeat, release)
      .then(guestCancelled(guestOne));
  });
  it('changes nothing twice, for another partner’s guest, and in a course that is over', () => {
    given(course, ...full, guestCancelled(guestOne))
      .when(releaseGuestSeat, release)
      .thenNothing();
    given(course, ...full)
      .when(releaseGuestSeat, { ...release, partner: 'caritas' })
      .thenNothing();
    given(course, ...full)
      .when(releaseGuestSeat, { ...release, enrolmentId: rosa })
      .thenNothing();
    given(course, ...full, completed)
      .when(releaseGuestSeat, release)
      .thenNothing();
    given(course).when(releaseGuestSeat, release).thenNothing();
  });
});
