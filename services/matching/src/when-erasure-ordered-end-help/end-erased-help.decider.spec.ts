import { given } from '@lotsennetz/testing';
import { accepted, confirmed, declined, details, ended, endedOn, made, recorded, withdrawn } from '../example-facts.js';
import { request } from '../request/request.stream.js';
import { endErasedHelp } from './end-erased-help.decider.js';

const on = endedOn;
const household = { subjectId: details.about, on };
const volunteer = { subjectId: 'volunteer-1', on };
const offer = { proposalId: 'proposal-1', volunteerId: 'volunteer-1' };
const withdrawnForGood = { ...withdrawn, happenedOn: on, data: { cause: 'erased' } } as const;
const placementOver = { ...ended, data: { ...ended.data, reason: 'erased' } } as const;
const expired = { type: 'ProposalExpired', happenedOn: on, data: { ...offer, cause: 'erased' } } as const;

describe('what a forgotten household asked for', () => {
  it('is withdrawn, and so is what was proposed', () => {
    given(request, recorded).when(endErasedHelp, household).then(withdrawnForGood);
    given(request, recorded, made, accepted).when(endErasedHelp, household).then(expired, withdrawnForGood);
  });
  it('ends where somebody accompanies it', () => {
    given(request, recorded, made, confirmed).when(endErasedHelp, household).then(placementOver);
  });
  it('is found under the household where one is named', () => {
    const named = { ...recorded, data: { ...details, about: 'household-1', newcomerId: 'household-1' } } as const;
    given(request, named).when(endErasedHelp, { subjectId: 'household-1', on }).then(withdrawnForGood);
  });
});

describe('what a forgotten volunteer does', () => {
  it('ends: a proposal, an agreement, a placement', () => {
    given(request, recorded, made).when(endErasedHelp, volunteer).then(expired);
    given(request, recorded, made, accepted).when(endErasedHelp, volunteer).then(expired);
    given(request, recorded, made, confirmed).when(endErasedHelp, volunteer).then(placementOver);
  });
  it('leaves the request of others open', () => {
    given(request, recorded, made, declined).when(endErasedHelp, volunteer).thenNothing();
    given(request, recorded).when(endErasedHelp, volunteer).thenNothing();
  });
});

describe('what is over', () => {
  it('stays, and is counted', () => {
    given(request, recorded, withdrawn).when(endErasedHelp, household).thenNothing();
    given(request, recorded, made, confirmed, ended).when(endErasedHelp, household).thenNothing();
    given(request, recorded, made, confirmed, ended).when(endErasedHelp, volunteer).thenNothing();
    given(request).when(endErasedHelp, household).thenNothing();
  });
  it('never ends before its last change', () => {
    given(request, recorded, made, confirmed)
      .when(endErasedHelp, { ...household, on: recorded.happenedOn })
      .then({ ...placementOver, happenedOn: confirmed.happenedOn });
  });
});
