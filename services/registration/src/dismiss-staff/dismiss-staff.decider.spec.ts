import { given } from '@lotsennetz/testing';
import { accountOffered, dismissed, joined, offered, promoted } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { dismissStaff } from './dismiss-staff.decider.js';

const command = { mayLeave: true, on: dismissed.happenedOn };

describe('dismissing staff', () => {
  it('ends a membership, and an invitation', () => {
    given(membership, offered, joined).when(dismissStaff, command).then(dismissed);
    given(membership, offered).when(dismissStaff, command).then(dismissed);
  });
  it('twice changes nothing', () => {
    given(membership, offered, joined, dismissed).when(dismissStaff, command).thenNothing();
  });
  it('refuses to dismiss the last administrator, and nobody else for that reason', () => {
    const alone = { ...command, mayLeave: false };
    given(membership, offered, joined, promoted).when(dismissStaff, alone).thenRefused('last-administrator');
    given(membership, offered, joined, promoted).when(dismissStaff, command).then(dismissed);
    given(membership, offered, joined).when(dismissStaff, alone).then(dismissed);
  });
  it('refuses who was never appointed, and whoever is no staff', () => {
    given(membership).when(dismissStaff, command).thenRefused('unknown-membership');
    given(membership, accountOffered).when(dismissStaff, command).thenRefused('not-staff');
  });
});
