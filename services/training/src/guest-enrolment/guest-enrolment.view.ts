import { defineProjection } from '@lotsennetz/kernel';
import {
  evolveGuestEnrolment,
  guestEnrolment,
  unknownGuestEnrolment,
  type KnownGuestEnrolment,
} from './guest-enrolment.stream.js';

export interface GuestEnrolmentRow extends KnownGuestEnrolment {
  readonly id: string;
}

/** The tenant's own people in other tenants' courses: the same fold as the decisions', kept for queries. */
export const guestEnrolmentView = defineProjection<GuestEnrolmentRow>()({
  name: 'guest-enrolments',
  version: 1,
  streams: [guestEnrolment],
  indexes: ['volunteerId', 'courseId', 'host', 'status'],
  evolve: (row, event, id) => {
    const state = evolveGuestEnrolment(row ?? unknownGuestEnrolment, event);
    return state.status === 'unknown' ? undefined : { ...state, id };
  },
});
