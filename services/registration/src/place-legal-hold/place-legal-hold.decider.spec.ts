import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { erasureOrdered, erasureRequested, holdLifted, holdPlaced, holdUntil } from '../example-facts.js';
import { placeLegalHold } from './place-legal-hold.decider.js';

const command = { holdId: 'hold-1', reason: 'funding-audit', until: holdUntil, on: holdPlaced.happenedOn } as const;

describe('placing a legal hold', () => {
  it('is possible before and after somebody asks for erasure', () => {
    given(erasure).when(placeLegalHold, command).then(holdPlaced);
    given(erasure, erasureRequested).when(placeLegalHold, command).then(holdPlaced);
    given(erasure, holdPlaced, holdLifted).when(placeLegalHold, command).then(holdPlaced);
  });
  it('for the same reason and time changes nothing', () => {
    given(erasure, holdPlaced)
      .when(placeLegalHold, { ...command, holdId: 'hold-2' })
      .thenNothing();
  });
  it('is refused once the erasure is ordered', () => {
    given(erasure, erasureRequested, erasureOrdered).when(placeLegalHold, command).thenRefused('erasure-ordered');
  });
});
