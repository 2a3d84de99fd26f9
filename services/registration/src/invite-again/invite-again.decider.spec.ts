import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { dismissed, joined, offered, repeated } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { inviteAgain } from './invite-again.decider.js';

const command = { validUntil: day('2015-01-30'), on: day('2015-01-16') };

describe('inviting again', () => {
  it('makes a new invitation each time', () => {
    given(membership, offered).when(inviteAgain, command).then(repeated);
    given(membership, offered, repeated)
      .when(inviteAgain, command)
      .then({ ...repeated, data: { invitation: 3, validUntil: command.validUntil } });
  });
  it('refuses whom nobody has invited, who has come, and who is gone', () => {
    given(membership).when(inviteAgain, command).thenRefused('unknown-membership');
    given(membership, offered, joined).when(inviteAgain, command).thenRefused('already-accepted');
    given(membership, offered, dismissed).when(inviteAgain, command).thenRefused('membership-ended');
  });
});
