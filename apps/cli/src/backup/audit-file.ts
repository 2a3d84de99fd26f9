import { join } from 'node:path';
import { systemClock } from '@lotsennetz/kernel';
import {
  adoptAudit,
  chainsToAdopt,
  openEvidence,
  storedLines,
  type Config,
  type StoredLine,
} from '@lotsennetz/platform';
import type { Stores } from '../stores.js';
import { readLines, writeLines, type LinesFile } from './lines-file.js';
import type { Manifest } from './manifest.js';

/**
 * Writes the audit records of all chains, line for line as they were signed; key and anchors stay in the keyring.
 * Records tell people by their ids alone: no names, no addresses, routes without what was searched for; the only words
 * of an office are those that it let another in for. Of somebody who is erased later a backup keeps an id that leads
 * nowhere. `lotsennetz privacy prove-erasure` looks for names in this file too.
 */
export function writeAudit(folder: string, { auditFolder }: Config): Promise<LinesFile> {
  return writeLines(join(folder, 'audit.ndjson.gz'), storedLines(auditFolder));
}

/** Records that lie outside the data folder may have outlived it. @throws AuditDiffers */
export async function refuseOtherAudit(folder: string, { audit }: Manifest, { auditFolder }: Config): Promise<void> {
  if (audit) await chainsToAdopt(auditFolder, linesIn(folder, audit));
}

/** May be repeated; does nothing with a backup of an earlier version, which has none. */
export async function restoreAudit(
  folder: string,
  { audit, madeAt }: Manifest,
  { config, stores }: { readonly config: Config; readonly stores: Stores },
): Promise<void> {
  if (!audit) return;
  const place = await openEvidence(config, stores.shared.keyring);
  await adoptAudit({
    ...{ folder: place.folder, anchors: place.anchors, clock: systemClock, backupMadeAt: madeAt },
    lines: () => linesIn(folder, audit),
  });
}

function linesIn(folder: string, { file }: LinesFile): AsyncIterable<StoredLine> {
  return readLines<StoredLine>(join(folder, file));
}
