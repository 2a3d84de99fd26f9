import { readAudit, writeCsv, type AuditSelection, type Config, type PlacedRecord } from '@lotsennetz/platform';

export type AuditFormat = 'json' | 'csv';

/** The records of a tenant and a time, as JSON lines or CSV, chain after chain. Reads files only, beside a running platform or without one. */
export async function* exportAudit(
  config: Pick<Config, 'auditFolder'>,
  selection: AuditSelection,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield writeCsv(header, []).trimEnd();
  for await (const placed of readAudit(config.auditFolder, selection))
    if (format === 'json') yield JSON.stringify({ chain: placed.chain, ...placed.record });
    else for (const row of rowsOf(placed)) yield writeCsv(row, []).slice(1).trimEnd();
}

const header = [
  ...['chain', 'n', 'at', 'kind', 'tenant', 'actor', 'roles', 'relation', 'from', 'method', 'route', 'purpose'],
  ...['grantedFor', 'subject', 'seen', 'event', 'eventId', 'stream'],
];

/** A row for each person that was seen. */
function rowsOf({ chain, n, record }: PlacedRecord): readonly string[][] {
  const { at, kind, tenant, actor } = record;
  const place = [chain, String(n), at, kind, tenant, actor];
  if (record.kind === 'grant')
    return [[...place, ...Array<string>(9).fill(''), record.event, record.eventId, record.stream]];
  const { roles, relation, from = '', method, route, purpose, grantedFor = '', subjects } = record;
  const how = [roles.join(' '), relation, from, method, route, purpose, grantedFor];
  return Object.entries(subjects).map(([subject, seen]) => [...place, ...how, subject, seen.join(' '), '', '', '']);
}
