import type { Day, Decision } from '@lotsennetz/kernel';
import type { ExportEvent, ExportState } from './export/export.stream.js';

/** Its time is over, or the person was forgotten. */
export function expireExport({ on }: { readonly on: Day }, state: ExportState): Decision<ExportEvent, never> {
  switch (state.status) {
    case 'unknown':
    case 'expired':
      return [];
    case 'gathering':
    case 'complete':
      return [{ type: 'ExportExpired', happenedOn: on, data: {} }];
  }
}
