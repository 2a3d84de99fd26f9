import { defineProjection } from '@lotsennetz/kernel';
import { acquaintance, nothingShared, type Pair, type Shared } from './acquaintance.stream.js';

export interface AcquaintanceRow extends Pair {
  /** The request's. */
  readonly id: string;
  readonly shared: Shared;
  readonly revision: number;
}

/** Who knows whom at the moment: with its end an acquaintance is gone from here. */
export const acquaintanceList = defineProjection<AcquaintanceRow>()({
  name: 'acquaintance-list',
  version: 1,
  streams: [acquaintance],
  indexes: ['volunteerId', 'newcomerId'],
  evolve: (row: AcquaintanceRow | undefined, event, id) => {
    const { revision } = event;
    switch (event.type) {
      case 'AcquaintanceBegun':
        return { ...event.data, id, shared: nothingShared, revision };
      case 'ContactShared':
        return row && { ...row, shared: { ...row.shared, [event.data.by]: event.data.ways }, revision };
      case 'AcquaintanceEnded':
        return undefined;
    }
  },
});
