import { parseStreamName, TenantScope, upcast, type EventStore, type Position } from '@lotsennetz/kernel';
import { erasureList, type ErasureRow } from '../erasure/erasure-list.view.js';
import { erasure } from '../erasure/erasure.stream.js';
import { exportList, type ExportRow } from '../export/export-list.view.js';
import { personExport } from '../export/export.stream.js';

export interface PrivacyStatus {
  readonly erasures: readonly ErasureRow[];
  readonly exports: readonly ExportRow[];
}

/**
 * For the operator's command line: who is being forgotten and who has asked what is stored, with the services that are
 * still missing. Straight from the history: a view may be behind while no platform runs.
 */
export async function privacyStatus(
  ports: { readonly eventStore: EventStore },
  { tenant, person }: { readonly tenant: string; readonly person?: string },
): Promise<PrivacyStatus> {
  const scope = TenantScope.of(tenant);
  const erasures = new Map<string, ErasureRow>();
  const exports = new Map<string, ExportRow>();
  for (let after: Position | undefined; ;) {
    const page = await ports.eventStore.readAll({ after, categories });
    for (const event of page) {
      const { category, scope: of, id } = parseStreamName(event.stream);
      if (of.tenant !== scope.tenant) continue;
      if (category === erasure.category)
        keep(erasures, id, erasureList.evolve(erasures.get(id), { ...event, ...upcast(erasure, event) }, id));
      else keep(exports, id, exportList.evolve(exports.get(id), { ...event, ...upcast(personExport, event) }, id));
    }
    if (page.length === 0) break;
    after = page.at(-1)?.position;
  }
  return {
    erasures: [...erasures.values()].filter(({ id }) => person === undefined || id === person),
    exports: [...exports.values()].filter(({ subjectId }) => person === undefined || subjectId === person),
  };
}

const categories = [erasure, personExport].map(({ service, category }) => `${service}.${category}`);

function keep<Row>(rows: Map<string, Row>, id: string, row: Row | undefined | null): void {
  if (row) rows.set(id, row);
}
