import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { erasureObjected, erasureOrdered, erasureProposed, erasureRequested } from '../example-facts.js';
import { objectToErasure } from './object-to-erasure.decider.js';

const command = { reason: 'still-needed', until: day('2017-01-12'), on: erasureObjected.happenedOn } as const;

describe('objecting to what the clock proposes', () => {
  it('puts it off', () => given(erasure, erasureProposed).when(objectToErasure, command).then(erasureObjected));
  it('twice changes nothing', () =>
    given(erasure, erasureProposed, erasureObjected).when(objectToErasure, command).thenNothing());
  it('is refused where nothing is proposed', () =>
    given(erasure).when(objectToErasure, command).thenRefused('not-proposed'));
  it('is refused where a person has asked for it', () =>
    given(erasure, erasureProposed, erasureRequested).when(objectToErasure, command).thenRefused('erasure-requested'));
  it('is refused once it is ordered', () =>
    given(erasure, erasureProposed, erasureOrdered).when(objectToErasure, command).thenRefused('erasure-ordered'));
});
