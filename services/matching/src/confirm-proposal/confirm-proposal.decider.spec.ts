import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { accepted, confirmed, confirmedOn, declined, expired, made, recorded } from '../example-facts.js';
import { confirmProposal } from './confirm-proposal.decider.js';

describe('confirming a proposal', () => {
  const command = { proposalId: 'proposal-1', placementId: 'placement-1', on: confirmedOn };

  it('makes a placement of an accepted proposal', () =>
    given(request, recorded, made, accepted).when(confirmProposal, command).then(confirmed));
  it('makes a placement of an open proposal too', () =>
    given(request, recorded, made).when(confirmProposal, command).then(confirmed));
  it('names the household, where the request does', () => {
    const asked = { ...recorded, data: { ...recorded.data, newcomerId: 'household-1' } } as const;
    given(request, asked, made)
      .when(confirmProposal, command)
      .then({ ...confirmed, data: { ...confirmed.data, newcomerId: 'household-1' } });
  });
  it('changes nothing the second time', () =>
    given(request, recorded, made, confirmed).when(confirmProposal, command).thenNothing());
  it.each([[declined], [expired]])('comes too late after %j', (before) =>
    given(request, recorded, made, before).when(confirmProposal, command).thenRefused('proposal-closed'),
  );
  it('refuses an unknown proposal', () =>
    given(request, recorded).when(confirmProposal, command).thenRefused('unknown-proposal'));
  it('refuses a day before the proposal was made', () =>
    given(request, recorded, made)
      .when(confirmProposal, { ...command, on: day('2015-05-09') })
      .thenRefused('earlier-than-last-change', { since: '2015-05-10' }));
});
