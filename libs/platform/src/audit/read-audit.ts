import type { AuditRecord } from './audit-record.js';
import { chainsIn, linesOf, segmentsIn } from './chain-files.js';
import { readLine } from './chain-line.js';

/** A record with its place. */
export interface PlacedRecord {
  readonly chain: string;
  readonly n: number;
  readonly record: AuditRecord;
}

/** Which records: of one tenant, from a day to a day (UTC), both included. */
export interface AuditSelection {
  readonly tenant?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * The records of all chains in a folder, one chain after the other, or of one; what cannot be read is left to the
 * verification.
 */
export async function* readAudit(
  folder: string,
  selection: AuditSelection = {},
  only?: string,
): AsyncGenerator<PlacedRecord> {
  for (const chain of only === undefined ? chainsIn(folder) : [only])
    for (const { path } of segmentsIn(folder, chain))
      for await (const { text, torn } of linesOf(path)) {
        const placed = torn ? undefined : placedRecord(chain, text);
        if (placed && isSelected(placed.record, selection)) yield placed;
      }
}

/** undefined for a text that is no line of a chain. */
export function placedRecord(chain: string, text: string): PlacedRecord | undefined {
  const line = readLine(text);
  return line && { chain, n: line.n, record: line.record as unknown as AuditRecord };
}

function isSelected({ tenant, at }: AuditRecord, selection: AuditSelection): boolean {
  const day = at.slice(0, 10);
  return (
    (selection.tenant === undefined || selection.tenant === tenant) &&
    (selection.from === undefined || selection.from <= day) &&
    (selection.to === undefined || day <= selection.to)
  );
}
