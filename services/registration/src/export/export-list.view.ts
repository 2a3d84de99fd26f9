import type { ServiceName, SubjectKind } from '@lotsennetz/contracts';
import { defineProjection, type Day } from '@lotsennetz/kernel';
import { personExport } from './export.stream.js';

export interface ExportRow {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: SubjectKind;
  readonly status: 'gathering' | 'complete' | 'expired';
  readonly requestedBy: 'person' | 'office';
  readonly language: string;
  readonly requestedOn: Day;
  /** The last day on which it can be fetched. */
  readonly expiresOn: Day;
  /** Services that still gather. */
  readonly missing: readonly ServiceName[];
  readonly revision: number;
}

/** Who has asked what is stored about them, and how far the answer is. */
export const exportList = defineProjection<ExportRow>()({
  name: 'export-list',
  version: 1,
  streams: [personExport],
  indexes: ['status', 'subjectId', 'requestedOn'],
  evolve: (row, event, id) => {
    const { revision, happenedOn } = event;
    if (event.type === 'ExportRequested') {
      const { services, ...asked } = event.data;
      return { id, ...asked, requestedOn: happenedOn, status: 'gathering', missing: services, revision };
    }
    if (!row) return undefined;
    switch (event.type) {
      case 'ExportPartReceived': {
        const { service, part, parts } = event.data;
        const missing = part === parts ? row.missing.filter((each) => each !== service) : row.missing;
        return { ...row, missing, revision };
      }
      case 'ExportCompleted':
        return { ...row, status: 'complete', missing: [], revision };
      case 'ExportExpired':
        return { ...row, status: 'expired', missing: [], revision };
    }
  },
});
