import { defineProjection, type Day } from '@lotsennetz/kernel';
import { newcomer, type Household } from '../newcomer/newcomer.stream.js';

export interface NewcomerRow extends Household {
  readonly id: string;
  readonly registeredOn: Day;
  readonly revision: number;
}

export const newcomerDirectory = defineProjection<NewcomerRow>()({
  name: 'newcomer-directory',
  version: 1,
  streams: [newcomer],
  indexes: ['registeredOn', 'town'],
  evolve: (_row, event, id) => ({ ...event.data, id, registeredOn: event.happenedOn, revision: event.revision }),
});
