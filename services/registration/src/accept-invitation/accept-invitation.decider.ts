import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface AcceptInvitation {
  /** Whom the sign-in has named. */
  readonly identity: string;
  /** Which invitation the link was. */
  readonly invitation: number;
  readonly on: Day;
}

export type AcceptInvitationRefusal =
  'unknown-membership' | 'membership-ended' | 'already-accepted' | 'invitation-replaced' | 'invitation-expired';

/** Binds the membership to whoever signed in with the link. Whoever has it keeps it: a link works once. */
export function acceptInvitation(
  { identity, invitation, on }: AcceptInvitation,
  state: MembershipState,
): Decision<MembershipEvent, AcceptInvitationRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-membership');
    case 'ended':
      return refuse('membership-ended');
    case 'active':
      return state.identity === identity ? [] : refuse('already-accepted');
    case 'invited': {
      if (invitation !== state.invitation) return refuse('invitation-replaced');
      if (on > state.validUntil) return refuse('invitation-expired', { validUntil: state.validUntil });
      const { roles, subjectId } = state;
      const data = { identity, roles, ...(subjectId === undefined ? {} : { subjectId }) };
      return [{ type: 'MembershipAccepted', happenedOn: on, data }];
    }
  }
}
