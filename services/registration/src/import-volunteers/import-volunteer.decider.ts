import type { Day, Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerProfile, VolunteerState } from '../volunteer/volunteer.stream.js';

export interface ImportVolunteer {
  readonly profile: VolunteerProfile;
  /** An interest only, or already working as a volunteer. */
  readonly status: 'interested' | 'active';
  readonly interestedSince: Day;
}

/** Registers, and where the roster knows more than an interest, accepts on the same day. Whoever is known already stays as they are. */
export function importVolunteer(
  { profile, status, interestedSince }: ImportVolunteer,
  state: VolunteerState,
): Decision<VolunteerEvent, never> {
  if (state.status !== 'unknown') return [];
  const registered = {
    type: 'InterestRegistered',
    happenedOn: interestedSince,
    data: { ...profile, channel: 'import' },
  } as const;
  return status === 'interested'
    ? [registered]
    : [registered, { type: 'VolunteerAccepted', happenedOn: interestedSince, data: {} }];
}
