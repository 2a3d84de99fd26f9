import { registration, roles, type Role } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type Day, type EventOf } from '@lotsennetz/kernel';

const { givenName, familyName, email, preferredLanguage } = registration.contactFields;
/** Whom an invitation is for; of an account these are copies of what its volunteer or newcomer has sealed. */
const invited = { givenName, familyName, email, preferredLanguage } as const;

const schemas = defineEvents({
  MembershipOffered: {
    ...invited,
    roles: field.list(field.code(...roles)),
    /** The volunteer or newcomer whose account it is. */
    subjectId: field.optional(field.id()),
    /** Counts the invitations of this membership, from 1; only the newest may be accepted. */
    invitation: field.integer(),
    /** The last day of the invitation. */
    validUntil: field.day(),
  },
  InvitationRepeated: { invitation: field.integer(), validUntil: field.day() },
  MembershipAccepted: {
    identity: field.id(),
    roles: field.list(field.code(...roles)),
    subjectId: field.optional(field.id()),
  },
  /** With the identity once the membership was accepted. */
  RolesChanged: { roles: field.list(field.code(...roles)), identity: field.optional(field.id()) },
  /** The device that shows the codes is lost: whoever signs in next must set up another. */
  SecondFactorReset: { identity: field.id() },
  MembershipEnded: { reason: field.code('dismissed', 'left', 'erased') },
});

export type MembershipEvent = EventOf<typeof schemas>;
export type Invited = DataOf<typeof invited>;
/** Why people end a membership; forgetting somebody ends it by itself. */
export type EndReason = Exclude<Extract<MembershipEvent, { type: 'MembershipEnded' }>['data']['reason'], 'erased'>;

interface Held {
  readonly roles: readonly Role[];
  readonly subjectId?: string;
  readonly invitation: number;
  /** The invitation goes out by mail. */
  readonly mailed: boolean;
}

export type MembershipState =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'invited'; readonly validUntil: Day } & Held)
  | ({ readonly status: 'active'; readonly identity: string } & Held)
  | ({ readonly status: 'ended' } & Held);

/** That a person works for a tenant in some roles, or has an account as its volunteer or newcomer: offered, accepted, ended. */
export const membership = defineStream({
  service: 'registration',
  category: 'membership',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: MembershipState, event: MembershipEvent): MembershipState {
  if (event.type === 'MembershipOffered') {
    const { roles: offered, subjectId, invitation, validUntil, email } = event.data;
    const held = { roles: offered, invitation, mailed: email !== undefined, ...(subjectId ? { subjectId } : {}) };
    return { status: 'invited', validUntil, ...held };
  }
  if (state.status === 'unknown') return state;
  const held = heldIn(state);
  switch (event.type) {
    case 'InvitationRepeated':
      return { ...held, status: 'invited', ...event.data };
    case 'MembershipAccepted':
      return { ...held, status: 'active', identity: event.data.identity };
    case 'RolesChanged':
      return { ...state, roles: event.data.roles };
    case 'SecondFactorReset':
      return state;
    case 'MembershipEnded':
      return { ...held, status: 'ended' };
  }
}

function heldIn({ roles: held, subjectId, invitation, mailed }: Held): Held {
  return { roles: held, invitation, mailed, ...(subjectId ? { subjectId } : {}) };
}
