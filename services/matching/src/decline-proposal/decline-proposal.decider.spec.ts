import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { accepted, confirmed, decidedOn, declined, expired, made, recorded } from '../example-facts.js';
import { declineProposal } from './decline-proposal.decider.js';

describe('declining a proposal', () => {
  const command = { proposalId: 'proposal-1', on: decidedOn };

  it('notes that the volunteer would rather not', () =>
    given(request, recorded, made).when(declineProposal, command).then(declined));
  it('takes an agreement back', () =>
    given(request, recorded, made, accepted).when(declineProposal, command).then(declined));
  it('changes nothing the second time', () =>
    given(request, recorded, made, declined).when(declineProposal, command).thenNothing());
  it('comes too late for an expired proposal', () =>
    given(request, recorded, made, expired).when(declineProposal, command).thenRefused('proposal-closed'));
  it('does not undo a placement', () =>
    given(request, recorded, made, confirmed).when(declineProposal, command).thenRefused('proposal-confirmed'));
  it('refuses an unknown proposal', () =>
    given(request, recorded).when(declineProposal, command).thenRefused('unknown-proposal'));
  it('takes the word of the volunteer it was made to, and of no other', () => {
    given(request, recorded, made)
      .when(declineProposal, { ...command, volunteerId: 'volunteer-1' })
      .then(declined);
    for (const before of [[], [declined]])
      given(request, recorded, made, ...before)
        .when(declineProposal, { ...command, volunteerId: 'volunteer-2' })
        .thenRefused('unknown-proposal');
  });
  it('refuses a day before the proposal was made', () =>
    given(request, recorded, made)
      .when(declineProposal, { ...command, on: day('2015-05-09') })
      .thenRefused('earlier-than-last-change', { since: '2015-05-10' }));
});
