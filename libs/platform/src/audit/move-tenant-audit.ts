import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lockDataFolder } from '@lotsennetz/adapter-sqlite';
import { systemClock } from '@lotsennetz/kernel';
import { anchorsFolder } from '../keyring/open-keyring.js';
import { AuditChain, type ChainOptions } from './audit-chain.js';
import type { AuditRecord } from './audit-record.js';
import { chainsIn, movedChain } from './chain-files.js';
import type { AuditPlace } from './move-audit.js';
import { openEvidence } from './open-audit.js';
import { readAudit, type PlacedRecord } from './read-audit.js';

const atOnce = 500;

/**
 * Gives the records of one tenant to where it moves: who saw what is owed to its people by whoever serves them. They
 * cannot be a part of the chain they come from, which is that of all tenants and stays behind as the proof. So each
 * says where it stood there, and becomes a line of a new chain, signed and anchored where it arrives. What lies there
 * already stays alone: after a repeated move, or where a tenant comes back to its first records. May be repeated.
 */
export async function moveTenantAudit(tenant: string, from: AuditPlace, to: AuditPlace): Promise<void> {
  if (from.config.auditFolder === to.config.auditFolder) return;
  const { anchors, ...rest } = await openEvidence(to.config, to.keyring);
  // Where both sides share a keyring, the source would miss the new chain among its own.
  const here = anchorsFolder(from.config) === anchorsFolder(to.config) ? rest : { ...rest, anchors };
  const there = await countsOf(readAudit(here.folder, { tenant }));
  for (const chain of chainsIn(from.config.auditFolder)) {
    const [service = ''] = chain.split('-');
    const records = notIn(there, readAudit(from.config.auditFolder, { tenant }, chain));
    await append(here, movedChain(service, tenant), records);
  }
}

/** How often each record is there, by what it says: its place is another one after each move. */
async function countsOf(records: AsyncIterable<PlacedRecord>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { record } of records) {
    const said = digestOf(record);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}

/** Those beyond what is there, and takes off the counts what it passes over: two requests of one moment are two records. */
async function* notIn(there: Map<string, number>, records: AsyncIterable<PlacedRecord>): AsyncGenerator<PlacedRecord> {
  for await (const placed of records) {
    const said = digestOf(placed.record);
    const count = there.get(said) ?? 0;
    if (count === 0) yield placed;
    else there.set(said, count - 1);
  }
}

async function append(
  here: Pick<ChainOptions, 'folder' | 'keys' | 'anchors'>,
  chain: string,
  records: AsyncIterable<PlacedRecord>,
): Promise<void> {
  const lock = lockDataFolder(join(here.folder, 'locks', chain));
  if (!lock) throw new Error(`another command writes the audit records ${chain}`);
  const trail = await AuditChain.open({ ...here, chain, clock: systemClock, lock });
  let waiting: Promise<void>[] = [];
  try {
    for await (const placed of records) {
      if (waiting.push(trail.append(movedRecord(placed))) < atOnce) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
  } finally {
    await trail.close();
  }
}

function movedRecord({ chain, n, record }: PlacedRecord): AuditRecord {
  return { ...withoutPlace(record), moved: { chain, n } };
}

function digestOf(record: AuditRecord): string {
  return createHash('sha256')
    .update(JSON.stringify(withoutPlace(record)))
    .digest('base64url');
}

/** As it is read, a record has the number and key of its line, too. */
function withoutPlace(record: AuditRecord): AuditRecord {
  const {
    n: _,
    key: __,
    moved: ___,
    ...bare
  } = record as AuditRecord & { readonly n?: unknown; readonly key?: unknown };
  return bare;
}
