import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { holdLifted, holdPlaced } from '../example-facts.js';
import { liftLegalHold } from './lift-legal-hold.decider.js';

const command = { holdId: 'hold-1', on: holdLifted.happenedOn };

describe('lifting a legal hold', () => {
  it('is recorded', () => given(erasure, holdPlaced).when(liftLegalHold, command).then(holdLifted));
  it('twice changes nothing, nor does lifting one that never was', () => {
    given(erasure, holdPlaced, holdLifted).when(liftLegalHold, command).thenNothing();
    given(erasure).when(liftLegalHold, command).thenNothing();
  });
});
