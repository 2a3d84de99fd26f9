import { day } from '@lotsennetz/kernel';
import type { MembershipEvent } from './membership/membership.stream.js';

/** Facts that specs are given: Ines Demir is invited, accepts, and goes; Rosa gets an account. Nobody here exists. */

type Fact<Type extends MembershipEvent['type']> = Extract<MembershipEvent, { type: Type }>;

export const ines = { givenName: 'Ines', familyName: 'Demir', email: 'ines.demir@example.org' } as const;

export const offered: Fact<'MembershipOffered'> = {
  type: 'MembershipOffered',
  happenedOn: day('2015-01-06'),
  data: { ...ines, roles: ['coordinator'], invitation: 1, validUntil: day('2015-01-20') },
};
export const repeated: Fact<'InvitationRepeated'> = {
  type: 'InvitationRepeated',
  happenedOn: day('2015-01-16'),
  data: { invitation: 2, validUntil: day('2015-01-30') },
};
export const joined: Fact<'MembershipAccepted'> = {
  type: 'MembershipAccepted',
  happenedOn: day('2015-01-08'),
  data: { identity: 'identity-of-ines', roles: ['coordinator'] },
};
export const promoted: Fact<'RolesChanged'> = {
  type: 'RolesChanged',
  happenedOn: day('2015-02-06'),
  data: { roles: ['coordinator', 'administrator'], identity: 'identity-of-ines' },
};
export const factorReset: Fact<'SecondFactorReset'> = {
  type: 'SecondFactorReset',
  happenedOn: day('2015-02-16'),
  data: { identity: 'identity-of-ines' },
};
export const dismissed: Fact<'MembershipEnded'> = {
  type: 'MembershipEnded',
  happenedOn: day('2015-03-06'),
  data: { reason: 'dismissed' },
};

export const accountOffered: Fact<'MembershipOffered'> = {
  type: 'MembershipOffered',
  happenedOn: day('2015-01-06'),
  data: {
    givenName: 'Rosa',
    familyName: 'Nassauer',
    roles: ['volunteer'],
    subjectId: 'rosa',
    invitation: 1,
    validUntil: day('2015-01-20'),
  },
};
export const accountJoined: Fact<'MembershipAccepted'> = {
  type: 'MembershipAccepted',
  happenedOn: day('2015-01-08'),
  data: { identity: 'identity-of-rosa', roles: ['volunteer'], subjectId: 'rosa' },
};
