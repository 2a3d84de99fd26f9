import { defineProjection, type Day } from '@lotsennetz/kernel';
import { oversight, type OversightGrant } from '../oversight/oversight.stream.js';

/** Ended when revoked, or when `until` has passed. */
export interface OversightRow extends OversightGrant {
  readonly id: string;
  readonly status: 'granted' | 'revoked';
  readonly grantedOn: Day;
  readonly revokedOn?: Day;
  readonly revision: number;
}

export const oversightList = defineProjection<OversightRow>()({
  name: 'oversight-list',
  version: 1,
  streams: [oversight],
  indexes: ['grantedOn'],
  evolve: (row, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'OversightGranted')
      return { ...event.data, id, status: 'granted', grantedOn: happenedOn, revision };
    return row && { ...row, status: 'revoked', revokedOn: happenedOn, revision };
  },
});
