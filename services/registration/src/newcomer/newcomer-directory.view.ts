import { defineProjection, type Day } from '@lotsennetz/kernel';
import { forgettingStream } from '@lotsennetz/platform';
import { newcomer, type Household } from './newcomer.stream.js';

export interface NewcomerRow extends Household {
  readonly id: string;
  readonly registeredOn: Day;
  /** Forgotten: the row stays for the counts, hidden from the list unless asked for. */
  readonly erased?: true;
  readonly revision: number;
}

export const newcomerDirectory = defineProjection<NewcomerRow>()({
  name: 'newcomer-directory',
  version: 3,
  streams: [newcomer, forgettingStream('registration')],
  indexes: ['registeredOn', 'town'],
  evolve: (row: NewcomerRow | undefined, event, id) => {
    if (event.type === 'PersonForgotten') return row && { ...row, erased: true };
    if (event.type === 'NewcomerCorrected') return row && { ...row, ...event.data, revision: event.revision };
    return { ...event.data, id, registeredOn: event.happenedOn, revision: event.revision };
  },
});
