import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import {
  whoseEnrolment,
  type GuestEnrolmentEvent,
  type GuestEnrolmentState,
} from './guest-enrolment/guest-enrolment.stream.js';

export interface CancelGuest {
  readonly on: Day;
  /** Whether the host has completed the course. */
  readonly isOver: boolean;
  readonly cause: 'withdrawn' | 'erased';
}

export type CancelGuestRefusal = 'not-enrolled' | 'course-completed';

/** The partner withdraws one of its own people, with or without an agreement. */
export function cancelGuest(
  { on: happenedOn, isOver, cause }: CancelGuest,
  state: GuestEnrolmentState,
): Decision<GuestEnrolmentEvent, CancelGuestRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('not-enrolled');
    case 'cancelled':
      return [];
    case 'enrolled':
    case 'waiting':
      if (isOver) return refuse('course-completed');
      return [{ type: 'GuestPlaceCancelled', happenedOn, data: { ...whoseEnrolment(state), cause } }];
  }
}
