import { given } from '@lotsennetz/testing';
import { accountJoined, accountOffered, dismissed, factorReset, joined, offered } from '../example-memberships.js';
import { membership } from '../membership/membership.stream.js';
import { resetSecondFactor } from './reset-second-factor.decider.js';

const command = { by: 'identity-of-olga', on: factorReset.happenedOn };

describe('resetting a second factor', () => {
  it('names whose it was, so that the sign-in can drop it', () => {
    given(membership, offered, joined).when(resetSecondFactor, command).then(factorReset);
  });
  it('again resets the next one: two devices may get lost', () => {
    given(membership, offered, joined, factorReset).when(resetSecondFactor, command).then(factorReset);
  });
  it('is nothing that people do for themselves; whoever runs the platform is nobody of the tenant', () => {
    const own = { ...command, by: 'identity-of-ines' };
    given(membership, offered, joined).when(resetSecondFactor, own).thenRefused('own-second-factor');
    given(membership, offered, joined).when(resetSecondFactor, { on: command.on }).then(factorReset);
  });
  it('refuses whoever does not work here', () => {
    given(membership).when(resetSecondFactor, command).thenRefused('unknown-membership');
    given(membership, offered).when(resetSecondFactor, command).thenRefused('not-accepted');
    given(membership, offered, joined, dismissed).when(resetSecondFactor, command).thenRefused('membership-ended');
    given(membership, accountOffered, accountJoined).when(resetSecondFactor, command).thenRefused('not-staff');
  });
});
