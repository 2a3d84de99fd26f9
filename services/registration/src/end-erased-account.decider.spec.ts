import { given } from '@lotsennetz/testing';
import { endErasedAccount } from './end-erased-account.decider.js';
import { accountJoined, accountOffered, dismissed } from './example-memberships.js';
import { membership } from './membership/membership.stream.js';

const command = { on: dismissed.happenedOn };
const ended = { ...dismissed, type: 'MembershipEnded', data: { reason: 'erased' } } as const;

describe('the account of a forgotten person', () => {
  it('ends, used or only offered', () => {
    given(membership, accountOffered, accountJoined).when(endErasedAccount, command).then(ended);
    given(membership, accountOffered).when(endErasedAccount, command).then(ended);
  });
  it('ends once, and only where there is one', () => {
    given(membership, accountOffered, accountJoined, ended).when(endErasedAccount, command).thenNothing();
    given(membership).when(endErasedAccount, command).thenNothing();
  });
});
