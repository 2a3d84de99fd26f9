import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface DismissStaff {
  /** Administrators of the tenant beside this person. */
  readonly otherAdministrators: number;
  readonly on: Day;
}

export type DismissStaffRefusal = 'unknown-membership' | 'not-staff' | 'last-administrator';

/** Ends the membership, or takes the invitation back. A tenant keeps an administrator: nobody else could appoint one. */
export function dismissStaff(
  { otherAdministrators, on }: DismissStaff,
  state: MembershipState,
): Decision<MembershipEvent, DismissStaffRefusal> {
  if (state.status === 'unknown') return refuse('unknown-membership');
  if (state.subjectId !== undefined) return refuse('not-staff');
  if (state.status === 'ended') return [];
  const isAdministrator = state.status === 'active' && state.roles.includes('administrator');
  if (isAdministrator && otherAdministrators === 0) return refuse('last-administrator');
  return [{ type: 'MembershipEnded', happenedOn: on, data: { reason: 'dismissed' } }];
}
