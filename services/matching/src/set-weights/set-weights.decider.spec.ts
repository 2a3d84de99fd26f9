import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { weights } from '../weights/weights.stream.js';
import { setWeights } from './set-weights.decider.js';

describe('setting the weights of a tenant', () => {
  const on = day('2015-05-10');
  const nearer = { kmPoints: 20 };
  const nearerSet = { type: 'WeightsSet', happenedOn: on, data: nearer } as const;

  it('records what was chosen', () => given(weights).when(setWeights, { chosen: nearer, on }).then(nearerSet));
  it('changes nothing the second time', () =>
    given(weights, nearerSet).when(setWeights, { chosen: nearer, on }).thenNothing());
  it('changes nothing where nothing was and is chosen', () =>
    given(weights).when(setWeights, { chosen: {}, on }).thenNothing());
  it('replaces the former choice as a whole', () =>
    given(weights, nearerSet)
      .when(setWeights, { chosen: { agingDays: 14 }, on })
      .then({ ...nearerSet, data: { agingDays: 14 } }));
  it('goes back to the defaults', () =>
    given(weights, nearerSet)
      .when(setWeights, { chosen: {}, on })
      .then({ ...nearerSet, data: {} }));
  it.each([{ kmPoints: -1 }, { bandPoints: 0 }, { agingDays: 366 }, { topicPoints: 100_001 }, { waitingPoints: 0.5 }])(
    'refuses %j',
    (chosen) => given(weights).when(setWeights, { chosen, on }).thenRefused('weight-out-of-range'),
  );
});
