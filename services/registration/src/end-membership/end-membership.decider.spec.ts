import { given } from '@lotsennetz/testing';
import { accountJoined, accountOffered, dismissed, offered } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { endMembership } from './end-membership.decider.js';

const command = { reason: 'left', on: dismissed.happenedOn } as const;
const ended = { ...dismissed, type: 'MembershipEnded', data: { reason: 'left' } } as const;

describe('ending an account', () => {
  it('ends one that is used, and one that was offered', () => {
    given(membership, accountOffered, accountJoined).when(endMembership, command).then(ended);
    given(membership, accountOffered).when(endMembership, command).then(ended);
  });
  it('twice changes nothing', () => {
    given(membership, accountOffered, accountJoined, ended).when(endMembership, command).thenNothing();
  });
  it('refuses what never was, and the membership of staff', () => {
    given(membership).when(endMembership, command).thenRefused('unknown-membership');
    given(membership, offered).when(endMembership, command).thenRefused('not-an-account');
  });
});
