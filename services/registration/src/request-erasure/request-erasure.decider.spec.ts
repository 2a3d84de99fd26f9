import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import {
  erasureCompleted,
  erasureObjected,
  erasureOrdered,
  erasureProposed,
  erasureRequested,
  erasureWithdrawn,
  holdPlaced,
} from '../example-facts.js';
import { requestErasure } from './request-erasure.decider.js';

const command = {
  kind: 'volunteer',
  requestedBy: 'person',
  regime: 'DSGVO',
  ground: 'consent-withdrawn',
  on: erasureRequested.happenedOn,
} as const;

describe('asking for erasure', () => {
  it('is recorded, also where a hold makes it wait', () => {
    given(erasure).when(requestErasure, command).then(erasureRequested);
    given(erasure, holdPlaced).when(requestErasure, command).then(erasureRequested);
  });
  it('is possible again after it was taken back', () =>
    given(erasure, erasureRequested, erasureWithdrawn).when(requestErasure, command).then(erasureRequested));
  it('outweighs a proposal of the clock and an objection against it', () => {
    given(erasure, erasureProposed).when(requestErasure, command).then(erasureRequested);
    given(erasure, erasureProposed, erasureObjected).when(requestErasure, command).then(erasureRequested);
  });
  it('twice changes nothing, nor does it once it is ordered', () => {
    given(erasure, erasureRequested).when(requestErasure, command).thenNothing();
    given(erasure, erasureRequested, erasureOrdered).when(requestErasure, command).thenNothing();
    given(erasure, erasureRequested, erasureOrdered, erasureCompleted).when(requestErasure, command).thenNothing();
  });
});
