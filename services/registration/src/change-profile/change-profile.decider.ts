import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { ProfileChange, VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export interface ChangeProfile {
  /** Only what changes. */
  readonly change: ProfileChange;
  readonly on: Day;
}

export type ChangeProfileRefusal = 'unknown-volunteer';

export function changeProfile(
  { change, on }: ChangeProfile,
  state: VolunteerState,
): Decision<VolunteerEvent, ChangeProfileRefusal> {
  if (state.status === 'unknown') return refuse('unknown-volunteer');
  if (Object.keys(change).length === 0) return [];
  return [{ type: 'ProfileChanged', happenedOn: on, data: change }];
}
