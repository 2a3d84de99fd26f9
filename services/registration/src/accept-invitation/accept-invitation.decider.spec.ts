import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import {
  accountJoined,
  accountOffered,
  dismissed,
  joined,
  offered,
  promoted,
  repeated,
} from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { acceptInvitation } from './accept-invitation.decider.js';

const command = { identity: 'identity-of-ines', invitation: 1, on: joined.happenedOn };

describe('accepting an invitation', () => {
  it('begins the membership in the roles that are offered now', () => {
    given(membership, offered).when(acceptInvitation, command).then(joined);
    given(membership, offered, { ...promoted, type: 'RolesChanged', data: { roles: ['trainer'] } })
      .when(acceptInvitation, command)
      .then({ ...joined, type: 'MembershipAccepted', data: { identity: command.identity, roles: ['trainer'] } });
  });
  it('of an account names whose it is', () => {
    given(membership, accountOffered)
      .when(acceptInvitation, { ...command, identity: 'identity-of-rosa' })
      .then(accountJoined);
  });
  it('holds to the end of its last day', () => {
    const late = { ...command, on: day('2015-01-20') };
    given(membership, offered)
      .when(acceptInvitation, late)
      .then({ ...joined, happenedOn: late.on });
    given(membership, offered)
      .when(acceptInvitation, { ...command, on: day('2015-01-21') })
      .thenRefused('invitation-expired', { validUntil: '2015-01-20' });
  });
  it('twice changes nothing', () => {
    given(membership, offered, joined).when(acceptInvitation, command).thenNothing();
  });
  it('by somebody else is refused, and so is an earlier link', () => {
    const other = { ...command, identity: 'identity-of-emil' };
    given(membership, offered, joined).when(acceptInvitation, other).thenRefused('already-accepted');
    given(membership, offered, repeated).when(acceptInvitation, command).thenRefused('invitation-replaced');
    given(membership, offered, repeated)
      .when(acceptInvitation, { ...command, invitation: 2 })
      .then(joined);
  });
  it('refuses what was never offered, and what is over', () => {
    given(membership).when(acceptInvitation, command).thenRefused('unknown-membership');
    given(membership, offered, dismissed).when(acceptInvitation, command).thenRefused('membership-ended');
  });
});
