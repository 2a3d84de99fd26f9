import { systemClock, type Keyring } from '@lotsennetz/kernel';
import type { Config } from '../config.js';
import { anchorsFolder } from '../keyring/open-keyring.js';
import { chainsToAdopt, linesOfChains } from './adopt-audit.js';
import type { Anchors } from './anchors.js';
import { auditKeysIn, keepEarlierKeys } from './earlier-keys.js';
import { openEvidence } from './open-audit.js';
import { storedLines, writeStoredLines } from './stored-lines.js';

/** One end of a move. */
export interface AuditPlace {
  readonly config: Config;
  readonly keyring: Keyring;
}

/**
 * Carries every chain of audit records to new stores, to the letter, with the keys that have signed them and all
 * anchors: they are verified there as they were here, and go on there, each line signed by the root key of its time.
 * May be repeated.
 * @throws AuditDiffers where another course of a chain lies
 */
export async function moveAudit(from: AuditPlace, to: AuditPlace): Promise<void> {
  if (from.config.auditFolder === to.config.auditFolder) return;
  const [there, here] = [await openEvidence(from.config, from.keyring), await openEvidence(to.config, to.keyring)];
  const adopted = await chainsToAdopt(here.folder, storedLines(there.folder));
  // Before the records: without its key a line says nothing.
  const keys = await auditKeysIn(from.keyring, anchorsFolder(from.config));
  await keepEarlierKeys(to.keyring, anchorsFolder(to.config), keys);
  await writeStoredLines(here.folder, linesOfChains(adopted, storedLines(there.folder)));
  if (anchorsFolder(from.config) !== anchorsFolder(to.config)) await copyAnchors(there.anchors, here.anchors);
  for (const [chain, end] of adopted) await here.anchors.note(chain, { ...end, at: systemClock.now() });
}

async function copyAnchors(from: Anchors, to: Anchors): Promise<void> {
  for (const chain of from.chains()) {
    const known = new Set(to.of(chain).map((anchor) => JSON.stringify(anchor)));
    for (const anchor of from.of(chain)) if (!known.has(JSON.stringify(anchor))) await to.note(chain, anchor);
  }
}
