import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { EndReason, MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface EndMembership {
  readonly reason: EndReason;
  readonly on: Day;
}

export type EndMembershipRefusal = 'unknown-membership' | 'not-an-account';

/** Ends a volunteer's or newcomer's account, or takes its invitation back; what is stored about them stays. */
export function endMembership(
  { reason, on }: EndMembership,
  state: MembershipState,
): Decision<MembershipEvent, EndMembershipRefusal> {
  if (state.status === 'unknown') return refuse('unknown-membership');
  if (state.subjectId === undefined) return refuse('not-an-account');
  return state.status === 'ended' ? [] : [{ type: 'MembershipEnded', happenedOn: on, data: { reason } }];
}
