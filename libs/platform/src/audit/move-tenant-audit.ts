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
 * says where it stood there, and becomes a line of a new chain, signed and anchored where it arrives. May be repeated.
 */
export async function moveTenantAudit(tenant: string, from: AuditPlace, to: AuditPlace): Promise<void> {
  if (from.config.auditFolder === to.config.auditFolder) return;
  const { anchors, ...rest } = await openEvidence(to.config, to.keyring);
  // Where both sides share a keyring, the source would miss the new chain among its own.
  const here = anchorsFolder(from.config) === anchorsFolder(to.config) ? rest : { ...rest, anchors };
  for (const chain of chainsIn(from.config.auditFolder)) {
    const [service = ''] = chain.split('-');
    const into = movedChain(service, tenant);
    const records = readAudit(from.config.auditFolder, { tenant }, chain);
    await appendMissing(here, { into, records, done: await lastMoved(here.folder, into, chain) });
  }
}

/** Number of the last record of a chain that was moved already. */
async function lastMoved(folder: string, into: string, chain: string): Promise<number> {
  let last = 0;
  for await (const { record } of readAudit(folder, {}, into))
    if (record.moved?.chain === chain) last = Math.max(last, record.moved.n);
  return last;
}

async function appendMissing(
  here: Pick<ChainOptions, 'folder' | 'keys' | 'anchors'>,
  {
    into: chain,
    records,
    done,
  }: { readonly into: string; readonly records: AsyncIterable<PlacedRecord>; readonly done: number },
): Promise<void> {
  const lock = lockDataFolder(join(here.folder, 'locks', chain));
  if (!lock) throw new Error(`another command writes the audit records ${chain}`);
  const trail = await AuditChain.open({ ...here, chain, clock: systemClock, lock });
  let waiting: Promise<void>[] = [];
  try {
    for await (const placed of records) {
      if (placed.n <= done) continue;
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
  // As it is read, it has the number and key of its line, which the new line gives anew.
  const { n: _, key: __, ...bare } = record as AuditRecord & { readonly n?: unknown; readonly key?: unknown };
  return { ...bare, moved: { chain, n } };
}
