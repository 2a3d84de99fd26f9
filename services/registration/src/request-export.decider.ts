import { serviceNames, type SubjectKind } from '@lotsennetz/contracts';
import { addDays, type Day, type Decision } from '@lotsennetz/kernel';
import type { ExportEvent, ExportState } from './export/export.stream.js';

/** Long enough to fetch it, short enough that no copy of everything lies about. */
const keptDays = 7;

export interface RequestExport {
  readonly subjectId: string;
  readonly kind: SubjectKind;
  readonly requestedBy: 'person' | 'office';
  readonly language: string;
  readonly on: Day;
}

/** Every service is asked for what it has. */
export function requestExport({ on, ...asked }: RequestExport, state: ExportState): Decision<ExportEvent, never> {
  if (state.status !== 'unknown') return [];
  const data = { ...asked, services: serviceNames, expiresOn: addDays(on, keptDays) };
  return [{ type: 'ExportRequested', happenedOn: on, data }];
}
