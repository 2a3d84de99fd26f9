import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { holdLifted, holdPlaced } from '../example-facts.js';
import { liftLegalHold } from './lift-legal-hold.decider.js';

const command = { holdId: 'hold-1', on: holdLifted.happenedOn };

describe('lifting a legal hold', () => {
  it('is recorded', () => given(erasure, holdPlaced).when(liftLegalHold, command).then(holdLifted));
  it('twice changes nothing', () => given(erasure, holdPlaced, holdLifted).when(liftLegalHold, command).thenNothing());
  it('refuses one that never was, also where others are', () => {
    given(erasure).when(liftLegalHold, command).thenRefused('unknown-hold');
    given(erasure, holdPlaced)
      .when(liftLegalHold, { ...command, holdId: 'another' })
      .thenRefused('unknown-hold');
  });
});
