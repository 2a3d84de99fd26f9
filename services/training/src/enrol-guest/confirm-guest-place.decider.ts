import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { GuestEnrolmentEvent, GuestEnrolmentState } from '../guest-enrolment/guest-enrolment.stream.js';

type Confirmed = Extract<GuestEnrolmentEvent, { type: 'GuestPlaceConfirmed' }>['data'];

export interface ConfirmGuestPlace {
  readonly place: Confirmed;
  readonly on: Day;
  /** Whether the agreement still stands after the seat was taken. */
  readonly agreed: boolean;
}

export type ConfirmGuestPlaceRefusal = 'unknown-course';

/** The second half of an enrolment, at the partner: the host has given a place, and now it is this person's. */
export function confirmGuestPlace(
  { place, on: happenedOn, agreed }: ConfirmGuestPlace,
  state: GuestEnrolmentState,
): Decision<GuestEnrolmentEvent, ConfirmGuestPlaceRefusal> {
  switch (state.status) {
    case 'enrolled':
    case 'waiting':
      return [];
    case 'unknown':
    case 'cancelled':
      // Ended between the two halves: the same answer as if it had never been.
      return agreed ? [{ type: 'GuestPlaceConfirmed', happenedOn, data: place }] : refuse('unknown-course');
  }
}
