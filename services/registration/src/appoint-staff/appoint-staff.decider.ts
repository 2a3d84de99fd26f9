import type { Role } from '@lotsennetz/contracts';
import type { Day, Decision } from '@lotsennetz/kernel';
import type { Invited, MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface AppointStaff {
  readonly person: Invited;
  readonly roles: readonly Role[];
  readonly validUntil: Day;
  readonly on: Day;
}

/** Offers a membership, which begins when the person accepts. */
export function appointStaff(
  { person, roles, validUntil, on }: AppointStaff,
  state: MembershipState,
): Decision<MembershipEvent, never> {
  if (state.status !== 'unknown') return [];
  return [{ type: 'MembershipOffered', happenedOn: on, data: { ...person, roles, invitation: 1, validUntil } }];
}
