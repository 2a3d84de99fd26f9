import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accountJoined, accountOffered, dismissed, repeated } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { openSelfService } from './open-self-service.decider.js';

const person = { givenName: 'Rosa', familyName: 'Nassauer' };
const command = {
  role: 'volunteer',
  subjectId: 'rosa',
  person,
  validUntil: day('2015-01-20'),
  on: accountOffered.happenedOn,
} as const;

describe('opening an account for a volunteer', () => {
  it('offers it', () => {
    given(membership).when(openSelfService, command).then(accountOffered);
  });
  it('before it was accepted invites again', () => {
    given(membership, accountOffered)
      .when(openSelfService, { ...command, on: day('2015-01-16'), validUntil: day('2015-01-30') })
      .then(repeated);
  });
  it('after it was ended offers it anew, by a link that no earlier one equals', () => {
    given(membership, accountOffered, accountJoined, dismissed)
      .when(openSelfService, command)
      .then({ ...accountOffered, data: { ...accountOffered.data, invitation: 2 } });
  });
  it('refuses whom nobody knows, and who has one', () => {
    given(membership)
      .when(openSelfService, { ...command, person: undefined })
      .thenRefused('unknown-person');
    given(membership, accountOffered, accountJoined).when(openSelfService, command).thenRefused('account-exists');
  });
});
