import type { Day, Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerProfile, VolunteerState } from '../volunteer/volunteer.stream.js';

export interface RegisterInterest {
  readonly profile: VolunteerProfile;
  readonly channel: 'form' | 'office';
  /** The day the interest was voiced; may lie in the past for what came by phone or mail. */
  readonly on: Day;
}

export function registerInterest(
  { profile, channel, on }: RegisterInterest,
  state: VolunteerState,
): Decision<VolunteerEvent, never> {
  return state.status === 'unknown'
    ? [{ type: 'InterestRegistered', happenedOn: on, data: { ...profile, channel } }]
    : [];
}
