import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import {
  accepted,
  confirmed,
  declined,
  expired,
  made,
  offer,
  proposedOn,
  recorded,
  withdrawn,
} from '../example-facts.js';
import { proposeVolunteer } from './propose-volunteer.decider.js';

describe('proposing a volunteer', () => {
  const command = { ...offer, on: proposedOn };
  const another = { ...command, proposalId: 'proposal-2', volunteerId: 'volunteer-2' };

  it('keeps the reasons', () => given(request, recorded).when(proposeVolunteer, command).then(made));
  it('is never earlier than the request', () =>
    given(request, recorded)
      .when(proposeVolunteer, { ...command, on: day('2015-05-01') })
      .then({ ...made, happenedOn: day('2015-05-04') }));
  it('changes nothing while the same volunteer is proposed', () =>
    given(request, recorded, made)
      .when(proposeVolunteer, { ...command, proposalId: 'proposal-2' })
      .thenNothing());
  it('may propose the same volunteer again after an earlier proposal expired', () =>
    given(request, recorded, made, expired)
      .when(proposeVolunteer, { ...command, proposalId: 'proposal-2' })
      .then({ ...made, happenedOn: day('2015-05-12'), data: { ...offer, proposalId: 'proposal-2' } }));
  it('leaves an agreement alone', () =>
    given(request, recorded, made, accepted).when(proposeVolunteer, another).thenRefused('already-proposed'));
  it('never proposes again who has declined', () =>
    given(request, recorded, made, declined)
      .when(proposeVolunteer, { ...command, proposalId: 'proposal-2' })
      .thenRefused('volunteer-declined'));
  it.each([[[]], [[recorded, withdrawn]], [[recorded, made, confirmed]]])('refuses after %j', (before) =>
    given(request, ...before)
      .when(proposeVolunteer, another)
      .thenRefused('request-closed'),
  );
});
