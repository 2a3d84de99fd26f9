import { serviceNames } from '@lotsennetz/contracts';
import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { erasureCompleted, erasureOrdered, erasureProposed, erasureRequested, holdPlaced } from '../example-facts.js';
import { repeatErasure } from './repeat-erasure.decider.js';

const command = { kind: 'volunteer', on: erasureOrdered.happenedOn } as const;
const ordered = { ...erasureOrdered, data: { kind: 'volunteer', services: serviceNames } } as typeof erasureOrdered;

describe('an erasure that a restored history does not know', () => {
  it('is ordered once more, wherever the history stands', () => {
    given(erasure).when(repeatErasure, command).then(ordered);
    given(erasure, erasureRequested).when(repeatErasure, command).then(ordered);
    given(erasure, erasureProposed).when(repeatErasure, command).then(ordered);
  });
  it('is not held up: the keys are gone', () => {
    given(erasure, erasureRequested, holdPlaced).when(repeatErasure, command).then(ordered);
  });
  it('that it knows is not ordered again', () => {
    given(erasure, erasureRequested, erasureOrdered).when(repeatErasure, command).thenNothing();
    given(erasure, erasureRequested, erasureOrdered, erasureCompleted).when(repeatErasure, command).thenNothing();
  });
});
