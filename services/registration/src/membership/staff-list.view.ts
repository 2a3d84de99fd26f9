import type { Role } from '@lotsennetz/contracts';
import { defineProjection, type Day } from '@lotsennetz/kernel';
import { membership, type Invited } from './membership.stream.js';

/** A membership as the office sees it; the identity behind it stays out. */
export interface StaffRow extends Invited {
  readonly id: string;
  readonly kind: 'staff' | 'account';
  readonly roles: readonly Role[];
  readonly subjectId?: string;
  readonly status: 'invited' | 'active' | 'ended';
  readonly statusSince: Day;
  /** Of an invitation. */
  readonly validUntil?: Day;
  readonly revision: number;
}

export const staffList = defineProjection<StaffRow>()({
  name: 'staff-list',
  version: 1,
  streams: [membership],
  indexes: ['kind', 'status', 'statusSince'],
  evolve: (row, event, id) => {
    const { revision, happenedOn: statusSince } = event;
    if (event.type === 'MembershipOffered') {
      const { invitation: _, ...offer } = event.data;
      const kind = offer.subjectId === undefined ? 'staff' : 'account';
      return { ...offer, id, kind, status: 'invited', statusSince, revision };
    }
    if (!row) return undefined;
    const { validUntil: _, ...lasting } = row;
    switch (event.type) {
      case 'InvitationRepeated':
        return { ...row, validUntil: event.data.validUntil, revision };
      case 'MembershipAccepted':
        return { ...lasting, status: 'active', statusSince, revision };
      case 'RolesChanged':
        return { ...row, roles: event.data.roles, revision };
      case 'SecondFactorReset':
        return { ...row, revision };
      case 'MembershipEnded':
        return { ...lasting, status: 'ended', statusSince, revision };
    }
  },
});
