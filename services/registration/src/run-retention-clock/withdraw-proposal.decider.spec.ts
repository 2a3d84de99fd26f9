import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { erasureObjected, erasureOrdered, erasureProposed, erasureRequested } from '../example-facts.js';
import { proposeErasure } from './propose-erasure.decider.js';
import { withdrawProposal } from './withdraw-proposal.decider.js';

const on = erasureObjected.happenedOn;
const withdrawn = { type: 'ErasureObjected', happenedOn: on, data: { reason: 'comes-back', until: on } } as const;

describe('taking a proposal back', () => {
  it('is an objection that lasts until the time is over again', () => {
    given(erasure, erasureProposed).when(withdrawProposal, { reason: 'comes-back', on }).then(withdrawn);
    given(erasure, erasureProposed, withdrawn)
      .when(proposeErasure, { kind: 'volunteer', retention: 'former-volunteers', keptSince: on, on })
      .then({
        ...erasureProposed,
        happenedOn: on,
        data: { ...erasureProposed.data, keptSince: on, carryOutOn: '2016-02-11' },
      } as typeof erasureProposed);
  });
  it('changes nothing where the clock has proposed nothing, or a person has asked', () => {
    const command = { reason: 'comes-back', on } as const;
    given(erasure).when(withdrawProposal, command).thenNothing();
    given(erasure, erasureProposed, withdrawn).when(withdrawProposal, command).thenNothing();
    given(erasure, erasureProposed, erasureRequested).when(withdrawProposal, command).thenNothing();
    given(erasure, erasureProposed, erasureOrdered).when(withdrawProposal, command).thenNothing();
  });
});
