import type { Role, StaffRole } from '@lotsennetz/contracts';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import { sameMembers } from '../same-members.js';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface ChangeStaffRoles {
  readonly roles: readonly StaffRole[];
  /** Whether an administrator may stop being one: somebody else stays who administers. */
  readonly mayLeave: boolean;
  readonly on: Day;
}

export type ChangeStaffRolesRefusal = 'unknown-membership' | 'membership-ended' | 'not-staff' | 'last-administrator';

/** A tenant keeps an administrator: nobody else could appoint one. */
export function changeStaffRoles(
  { roles, mayLeave, on }: ChangeStaffRoles,
  state: MembershipState,
): Decision<MembershipEvent, ChangeStaffRolesRefusal> {
  if (state.status === 'unknown') return refuse('unknown-membership');
  if (state.status === 'ended') return refuse('membership-ended');
  if (state.subjectId !== undefined) return refuse('not-staff');
  if (sameMembers<Role>(roles, state.roles)) return [];
  const isAdministrator = state.status === 'active' && state.roles.includes('administrator');
  if (isAdministrator && !roles.includes('administrator') && !mayLeave) return refuse('last-administrator');
  const identity = state.status === 'active' ? { identity: state.identity } : {};
  return [{ type: 'RolesChanged', happenedOn: on, data: { roles, ...identity } }];
}
