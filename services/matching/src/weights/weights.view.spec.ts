import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { weights, type WeightsEvent } from './weights.stream.js';
import { weightsInForce } from './weights.view.js';

const rowAfter = async (...events: WeightsEvent[]) =>
  (await foldProjection(weightsInForce, recordedEvents(weights, { id: 'siegen' }, ...events))).get('siegen');

describe('the weights in force', () => {
  const set = (kmPoints: number | undefined, on: string): WeightsEvent => ({
    type: 'WeightsSet',
    happenedOn: day(on),
    data: kmPoints === undefined ? {} : { kmPoints },
  });

  it('are those set last', async () =>
    expect(await rowAfter(set(20, '2015-05-10'), set(10, '2015-05-12'))).toEqual({
      id: 'siegen',
      chosen: { kmPoints: 10 },
      setOn: '2015-05-12',
      revision: 1,
    }));
  it('are the defaults again once nothing is chosen', async () =>
    expect(await rowAfter(set(20, '2015-05-10'), set(undefined, '2015-05-12'))).toMatchObject({ chosen: {} }));
});
