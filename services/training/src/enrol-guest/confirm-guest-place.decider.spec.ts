import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { guestPlace, placeCancelled, placeConfirmed } from '../example-guests.js';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';
import { confirmGuestPlace } from './confirm-guest-place.decider.js';

const confirm = { place: guestPlace('enrolled'), on: day('2015-02-01'), agreed: true };

describe('confirming a guest’s place', () => {
  it('makes it the person’s, the first time and after an earlier place was given up', () => {
    given(guestEnrolment).when(confirmGuestPlace, confirm).then(placeConfirmed());
    given(guestEnrolment, placeConfirmed('waiting'), placeCancelled())
      .when(confirmGuestPlace, confirm)
      .then(placeConfirmed());
  });
  it('twice changes nothing', () => {
    given(guestEnrolment, placeConfirmed()).when(confirmGuestPlace, confirm).thenNothing();
    given(guestEnrolment, placeConfirmed('waiting'))
      .when(confirmGuestPlace, { ...confirm, agreed: false })
      .thenNothing();
  });
  it('is refused when the agreement has ended since the seat was taken', () => {
    given(guestEnrolment)
      .when(confirmGuestPlace, { ...confirm, agreed: false })
      .thenRefused('unknown-course');
  });
});
