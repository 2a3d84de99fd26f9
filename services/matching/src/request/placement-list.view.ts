import { defineProjection, parseStreamName, type Day, type Personal } from '@lotsennetz/kernel';
import type { EndReason } from './request.events.js';
import { request } from './request.stream.js';

export interface Visit {
  readonly id: string;
  readonly on: Day;
  readonly minutes: number;
  readonly note?: Personal;
}

export interface PlacementRow {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly proposalId: string;
  readonly status: 'running' | 'ended';
  readonly confirmedOn: Day;
  readonly endedOn?: Day;
  readonly endReason?: EndReason;
  /** In the order they were logged. */
  readonly visits: readonly Visit[];
  readonly minutes: number;
  readonly revision: number;
}

export const placementList = defineProjection<PlacementRow>()({
  name: 'placement-list',
  version: 1,
  streams: [request],
  indexes: ['status', 'volunteerId', 'requestId', 'confirmedOn'],
  rowsOf: ({ data }) => ('placementId' in data ? [data.placementId] : []),
  evolve: (row: PlacementRow | undefined, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'PlacementConfirmed') {
      const { volunteerId, proposalId } = event.data;
      const requestId = parseStreamName(event.stream).id;
      const fresh = { status: 'running', confirmedOn: happenedOn, visits: [], minutes: 0 } as const;
      return { id, requestId, volunteerId, proposalId, ...fresh, revision };
    }
    if (row && event.type === 'VisitLogged') {
      const { visitId, minutes, note } = event.data;
      const visit = { id: visitId, on: happenedOn, minutes, ...(note === undefined ? {} : { note }) };
      return { ...row, visits: [...row.visits, visit], minutes: row.minutes + minutes, revision };
    }
    if (row && event.type === 'PlacementEnded')
      return { ...row, status: 'ended', endedOn: happenedOn, endReason: event.data.reason, revision };
    return row;
  },
});
