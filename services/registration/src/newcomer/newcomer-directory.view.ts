import { applyChange } from '@lotsennetz/contracts';
import { defineProjection, type Day } from '@lotsennetz/kernel';
import { forgettingStream } from '@lotsennetz/platform';
import { free, restriction } from '../restriction/restriction.stream.js';
import { newcomer, type Household } from './newcomer.stream.js';

export interface NewcomerRow extends Household {
  readonly id: string;
  readonly registeredOn: Day;
  /** Forgotten: the row stays for the counts, hidden from the list unless asked for. */
  readonly erased?: true;
  /** What is stored may not be used for now. */
  readonly restricted?: true;
  readonly revision: number;
}

export const newcomerDirectory = defineProjection<NewcomerRow>()({
  name: 'newcomer-directory',
  version: 4,
  streams: [newcomer, restriction, forgettingStream('registration')],
  indexes: ['registeredOn', 'town'],
  evolve: (row: NewcomerRow | undefined, event, id) => {
    if (event.type === 'PersonForgotten') return row && { ...row, erased: true };
    if (event.type === 'ProcessingRestricted') return row && { ...row, restricted: true };
    if (event.type === 'RestrictionLifted') return row && free(row);
    if (event.type === 'NewcomerCorrected') return row && { ...applyChange(row, event.data), revision: event.revision };
    return { ...event.data, id, registeredOn: event.happenedOn, revision: event.revision };
  },
});
