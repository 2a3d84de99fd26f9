import { defineProjection, type Day } from '@lotsennetz/kernel';
import { office, type OfficeAddress } from '../office/office.stream.js';

export interface OfficeRow extends OfficeAddress {
  readonly id: string;
  readonly status: 'open' | 'closed';
  readonly openedOn: Day;
  readonly closedOn?: Day;
  readonly revision: number;
}

export const officeList = defineProjection<OfficeRow>()({
  name: 'office-list',
  version: 1,
  streams: [office],
  indexes: ['status', 'openedOn'],
  evolve: (row, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'OfficeOpened') return { ...event.data, id, status: 'open', openedOn: happenedOn, revision };
    return row && { ...row, status: 'closed', closedOn: happenedOn, revision };
  },
});
