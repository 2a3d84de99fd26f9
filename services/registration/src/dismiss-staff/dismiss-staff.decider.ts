import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface DismissStaff {
  /** Whether an administrator may go: somebody else stays who administers. */
  readonly mayLeave: boolean;
  readonly on: Day;
}

export type DismissStaffRefusal = 'unknown-membership' | 'not-staff' | 'last-administrator';

/** Ends the membership, or takes the invitation back. A tenant keeps an administrator: nobody else could appoint one. */
export function dismissStaff(
  { mayLeave, on }: DismissStaff,
  state: MembershipState,
): Decision<MembershipEvent, DismissStaffRefusal> {
  if (state.status === 'unknown') return refuse('unknown-membership');
  if (state.subjectId !== undefined) return refuse('not-staff');
  if (state.status === 'ended') return [];
  const isAdministrator = state.status === 'active' && state.roles.includes('administrator');
  if (isAdministrator && !mayLeave) return refuse('last-administrator');
  return [{ type: 'MembershipEnded', happenedOn: on, data: { reason: 'dismissed' } }];
}
