import { given } from '@lotsennetz/testing';
import { accountOffered, dismissed, joined, offered, promoted } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { changeStaffRoles } from './change-staff-roles.decider.js';

const command = {
  roles: ['coordinator', 'administrator'] as const,
  mayLeave: true,
  on: promoted.happenedOn,
};

describe('changing the roles of staff', () => {
  it('records them, with who holds them', () => {
    given(membership, offered, joined).when(changeStaffRoles, command).then(promoted);
  });
  it('before the invitation was accepted changes what is offered', () => {
    given(membership, offered)
      .when(changeStaffRoles, command)
      .then({ ...promoted, type: 'RolesChanged', data: { roles: command.roles } });
  });
  it('to what they are changes nothing, in whatever order', () => {
    given(membership, offered, joined, promoted)
      .when(changeStaffRoles, { ...command, roles: ['administrator', 'coordinator'] })
      .thenNothing();
  });
  it('refuses to leave a tenant without an administrator', () => {
    const down = { ...command, roles: ['coordinator'] as const };
    given(membership, offered, joined, promoted)
      .when(changeStaffRoles, { ...down, mayLeave: false })
      .thenRefused('last-administrator');
    given(membership, offered, joined, promoted)
      .when(changeStaffRoles, down)
      .then({ ...promoted, type: 'RolesChanged', data: { roles: ['coordinator'], identity: 'identity-of-ines' } });
  });
  it('refuses who is not there, who is gone, and whoever is no staff', () => {
    given(membership).when(changeStaffRoles, command).thenRefused('unknown-membership');
    given(membership, offered, joined, dismissed).when(changeStaffRoles, command).thenRefused('membership-ended');
    given(membership, accountOffered).when(changeStaffRoles, command).thenRefused('not-staff');
  });
});
