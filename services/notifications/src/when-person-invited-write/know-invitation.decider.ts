import type { Decision } from '@lotsennetz/kernel';
import type { InvitationEvent, InvitationState } from '../invitation/invitation.stream.js';

/** Takes over what registration tells; it comes in order. What is known already, or ends twice, changes nothing. */
export function knowInvitation(learnt: InvitationEvent, state: InvitationState): Decision<InvitationEvent, never> {
  switch (learnt.type) {
    case 'InvitationLearnt':
      return state.status === 'unknown' || state.invitation < learnt.data.invitation ? [learnt] : [];
    case 'InvitationRepeatLearnt':
      return state.status !== 'unknown' && state.invitation < learnt.data.invitation ? [learnt] : [];
    case 'InvitationEndLearnt':
      return state.status === 'open' ? [learnt] : [];
  }
}
