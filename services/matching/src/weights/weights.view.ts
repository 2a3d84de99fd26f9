import { defineProjection, type Day, type Revision } from '@lotsennetz/kernel';
import { weights, type ChosenWeights } from './weights.stream.js';

/** What a tenant has chosen last. */
export interface WeightsRow {
  readonly id: string;
  readonly chosen: ChosenWeights;
  readonly setOn: Day;
  readonly revision: Revision;
}

/** One row for a tenant that has ever set its weights. */
export const weightsInForce = defineProjection<WeightsRow>()({
  name: 'weights',
  version: 1,
  streams: [weights],
  evolve: (_row: WeightsRow | undefined, { data, happenedOn, revision }, id) => ({
    id,
    chosen: data,
    setOn: happenedOn,
    revision,
  }),
});
