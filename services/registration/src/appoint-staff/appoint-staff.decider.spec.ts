import { given } from '@lotsennetz/testing';
import { dismissed, ines, joined, offered } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { appointStaff } from './appoint-staff.decider.js';

const { roles, validUntil } = offered.data;
const command = { person: ines, roles, validUntil, on: offered.happenedOn };

describe('appointing staff', () => {
  it('offers a membership', () => {
    given(membership).when(appointStaff, command).then(offered);
  });
  it('twice changes nothing, whatever has become of it', () => {
    given(membership, offered).when(appointStaff, command).thenNothing();
    given(membership, offered, joined).when(appointStaff, command).thenNothing();
    given(membership, offered, joined, dismissed).when(appointStaff, command).thenNothing();
  });
});
