import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from './request/request.stream.js';
import { accepted, confirmed, decidedOn, declined, expired, made, recorded } from './example-facts.js';
import { expireProposal } from './expire-proposal.decider.js';

describe('expiring a proposal', () => {
  const command = { proposalId: 'proposal-1', cause: 'replaced', on: decidedOn } as const;

  it('ends an open one', () => given(request, recorded, made).when(expireProposal, command).then(expired));
  it('is never earlier than the proposal', () =>
    given(request, recorded, made)
      .when(expireProposal, { ...command, on: day('2015-05-05') })
      .then({ ...expired, happenedOn: day('2015-05-10') }));
  it('changes nothing the second time', () =>
    given(request, recorded, made, expired).when(expireProposal, command).thenNothing());
  it.each([[accepted], [declined], [confirmed]])('leaves alone what somebody has decided: %j', (before) =>
    given(request, recorded, made, before).when(expireProposal, command).thenRefused('proposal-decided'),
  );
  it.each(['volunteer-unavailable', 'restricted'] as const)('ends an agreement too: %s', (cause) =>
    given(request, recorded, made, accepted)
      .when(expireProposal, { ...command, cause })
      .then({ ...expired, data: { ...expired.data, cause } }),
  );
  it('changes nothing for an unknown proposal', () =>
    given(request, recorded).when(expireProposal, command).thenNothing());
});
