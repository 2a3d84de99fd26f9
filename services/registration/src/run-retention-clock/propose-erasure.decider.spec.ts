import { day } from '@lotsennetz/kernel';
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
  left,
} from '../example-facts.js';
import { proposeErasure } from './propose-erasure.decider.js';

const command = {
  kind: 'volunteer',
  retention: 'former-volunteers',
  keptSince: left.happenedOn,
  on: erasureProposed.happenedOn,
} as const;

describe('proposing an erasure when the time is over', () => {
  it('leaves thirty days to object; a hold does not keep it from being proposed', () => {
    given(erasure).when(proposeErasure, command).then(erasureProposed);
    given(erasure, holdPlaced).when(proposeErasure, command).then(erasureProposed);
  });
  it('happens once, and not where somebody has asked already', () => {
    given(erasure, erasureProposed).when(proposeErasure, command).thenNothing();
    given(erasure, erasureRequested).when(proposeErasure, command).thenNothing();
    given(erasure, erasureRequested, erasureOrdered).when(proposeErasure, command).thenNothing();
    given(erasure, erasureRequested, erasureOrdered, erasureCompleted).when(proposeErasure, command).thenNothing();
  });
  it('keeps to an objection also after somebody has asked and thought better of it', () =>
    given(erasure, erasureProposed, erasureObjected, erasureRequested, erasureWithdrawn)
      .when(proposeErasure, command)
      .thenNothing());
  it('comes back after an objection, on the day named there', () => {
    given(erasure, erasureProposed, erasureObjected).when(proposeErasure, command).thenNothing();
    given(erasure, erasureProposed, erasureObjected)
      .when(proposeErasure, { ...command, on: day('2017-01-12') })
      .then({
        ...erasureProposed,
        happenedOn: day('2017-01-12'),
        data: { ...erasureProposed.data, carryOutOn: day('2017-02-11') },
      } as typeof erasureProposed);
  });
});
