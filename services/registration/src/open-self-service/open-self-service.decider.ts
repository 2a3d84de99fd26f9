import type { SelfRole } from '@lotsennetz/contracts';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { Invited, MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface OpenSelfService {
  readonly role: SelfRole;
  readonly subjectId: string;
  /** As sealed in the person's own record; undefined when there is no such person. */
  readonly person: Invited | undefined;
  readonly validUntil: Day;
  readonly on: Day;
}

export type OpenSelfServiceRefusal = 'unknown-person' | 'account-exists';

/** Offers a volunteer or newcomer an account; before it was accepted, and after it was ended, as often as needed. */
export function openSelfService(
  { role, subjectId, person, validUntil, on }: OpenSelfService,
  state: MembershipState,
): Decision<MembershipEvent, OpenSelfServiceRefusal> {
  if (!person) return refuse('unknown-person');
  switch (state.status) {
    case 'active':
      return refuse('account-exists');
    case 'invited':
      return [{ type: 'InvitationRepeated', happenedOn: on, data: { invitation: state.invitation + 1, validUntil } }];
    case 'unknown':
    case 'ended': {
      const invitation = state.status === 'ended' ? state.invitation + 1 : 1;
      const data = { ...person, roles: [role], subjectId, invitation, validUntil };
      return [{ type: 'MembershipOffered', happenedOn: on, data }];
    }
  }
}
