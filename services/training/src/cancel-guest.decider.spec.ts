import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { cancelGuest } from './cancel-guest.decider.js';
import { placeCancelled, placeConfirmed } from './example-guests.js';
import { guestEnrolment } from './guest-enrolment/guest-enrolment.stream.js';

const cancel = { on: day('2015-02-10'), isOver: false, cause: 'withdrawn' } as const;

describe('withdrawing a guest', () => {
  it('gives up a seat or a place on the waiting list', () => {
    given(guestEnrolment, placeConfirmed()).when(cancelGuest, cancel).then(placeCancelled());
    given(guestEnrolment, placeConfirmed('waiting'))
      .when(cancelGuest, { ...cancel, cause: 'erased' })
      .then(placeCancelled('erased'));
  });
  it('twice changes nothing, also after the course is over', () => {
    given(guestEnrolment, placeConfirmed(), placeCancelled('host')).when(cancelGuest, cancel).thenNothing();
    given(guestEnrolment, placeConfirmed(), placeCancelled())
      .when(cancelGuest, { ...cancel, isOver: true })
      .thenNothing();
  });
  it('is refused after the course is over', () => {
    given(guestEnrolment, placeConfirmed())
      .when(cancelGuest, { ...cancel, isOver: true })
      .thenRefused('course-completed');
  });
  it('is refused for somebody who was never enrolled', () => {
    given(guestEnrolment).when(cancelGuest, cancel).thenRefused('not-enrolled');
  });
});
