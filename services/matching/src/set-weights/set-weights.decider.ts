import { WEIGHT_GUIDE, WEIGHT_NAMES } from '@lotsennetz/assignment';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import { sameChoice, type ChosenWeights, type WeightsEvent, type WeightsState } from '../weights/weights.stream.js';

export type SetWeightsRefusal = 'weight-out-of-range';

export interface SetWeights {
  readonly chosen: ChosenWeights;
  readonly on: Day;
}

/** The choice replaces the former one as a whole: what it leaves out is the default again. */
export function setWeights({ chosen, on }: SetWeights, state: WeightsState): Decision<WeightsEvent, SetWeightsRefusal> {
  for (const name of WEIGHT_NAMES) {
    const { least, most } = WEIGHT_GUIDE[name];
    const value = chosen[name];
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < least || value > most)
      return refuse('weight-out-of-range', { name, least, most });
  }
  if (sameChoice(chosen, state.status === 'set' ? state.chosen : {})) return [];
  return [{ type: 'WeightsSet', happenedOn: on, data: chosen }];
}
