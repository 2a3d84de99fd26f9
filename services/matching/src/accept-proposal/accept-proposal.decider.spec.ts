import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { accepted, confirmed, decidedOn, declined, expired, made, recorded } from '../example-facts.js';
import { acceptProposal } from './accept-proposal.decider.js';

describe('accepting a proposal', () => {
  const command = { proposalId: 'proposal-1', on: decidedOn };

  it('notes that the volunteer would take it on', () =>
    given(request, recorded, made).when(acceptProposal, command).then(accepted));
  it.each([[[accepted]], [[confirmed]]])('changes nothing after %j', (before) =>
    given(request, recorded, made, ...before)
      .when(acceptProposal, command)
      .thenNothing(),
  );
  it.each([[declined], [expired]])('comes too late after %j', (before) =>
    given(request, recorded, made, before).when(acceptProposal, command).thenRefused('proposal-closed'),
  );
  it('refuses a proposal of another request', () =>
    given(request, recorded).when(acceptProposal, command).thenRefused('unknown-proposal'));
  it('refuses an unknown request', () => given(request).when(acceptProposal, command).thenRefused('unknown-proposal'));
  it('takes the word of the volunteer it was made to, and of no other', () => {
    given(request, recorded, made)
      .when(acceptProposal, { ...command, volunteerId: 'volunteer-1' })
      .then(accepted);
    for (const before of [[], [accepted]])
      given(request, recorded, made, ...before)
        .when(acceptProposal, { ...command, volunteerId: 'volunteer-2' })
        .thenRefused('unknown-proposal');
  });
  it('refuses a day before the proposal was made', () =>
    given(request, recorded, made)
      .when(acceptProposal, { ...command, on: day('2015-05-09') })
      .thenRefused('earlier-than-last-change', { since: '2015-05-10' }));
});
