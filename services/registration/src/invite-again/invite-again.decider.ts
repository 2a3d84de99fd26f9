import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface InviteAgain {
  readonly validUntil: Day;
  readonly on: Day;
}

export type InviteAgainRefusal = 'unknown-membership' | 'already-accepted' | 'membership-ended';

/** A new link; the earlier one is worth nothing from then on. */
export function inviteAgain(
  { validUntil, on }: InviteAgain,
  state: MembershipState,
): Decision<MembershipEvent, InviteAgainRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-membership');
    case 'active':
      return refuse('already-accepted');
    case 'ended':
      return refuse('membership-ended');
    case 'invited':
      return [{ type: 'InvitationRepeated', happenedOn: on, data: { invitation: state.invitation + 1, validUntil } }];
  }
}
