import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { relayCheckpoint, Views, type RecordedEvent } from '@lotsennetz/kernel';
import {
  isUnfinished,
  markFinished,
  markUnfinished,
  unfinishedStep,
  type Config,
  type ServicePorts,
} from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores, type Stores } from '../stores.js';
import { adoptAccounts } from './account-file.js';
import { refuseOtherAudit, restoreAudit } from './audit-file.js';
import { adoptProgress, type ProgressRecord } from './consumer-progress.js';
import { appendsAtOnce, copyHistory } from './copy-history.js';
import { forgetAgain } from './forget-again.js';
import { adoptKeys, keyFileName, readKeys } from './key-file.js';
import { readLines } from './lines-file.js';
import { refuseUnlessReady } from './restore-guard.js';
import { readManifest, verifyBackup, type Manifest, type ServiceSection } from './manifest.js';

export interface RestoreOptions {
  /** A key file from elsewhere, such as that of the newest backup: who was forgotten since stays forgotten. */
  readonly keys?: string;
  readonly onProgress: (service: string, events: number) => void;
}

/**
 * Fills the configured stores from a backup and builds the views. They must be empty; only what an interrupted restore
 * left in the data folder is replaced. Whoever was forgotten since is forgotten again. The relays then publish the
 * histories once more, and the consumers pass over what they have done already. Audit records that are newer than the
 * backup stay, where they lie outside the data folder.
 * @throws KeyringMissing, LedgerMissing, AuditDiffers, and Error for a damaged backup or stores that hold anything, before anything is written.
 */
export async function restore(config: Config, from: string, options: RestoreOptions): Promise<Manifest> {
  const folder = resolve(from);
  const manifest = readManifest(folder);
  await verifyBackup(folder, manifest, options.keys);
  const keysAt = options.keys ?? join(folder, keyFileName);
  await refuseUnlessReady(config, keysAt);
  // From then on the histories are longer than the backup's: copied once more, they would count as others.
  const copied = `copied from the backup of ${manifest.madeAt}`;
  if (unfinishedStep(config.dataFolder) !== copied) {
    emptyOrHalfRestored(config.dataFolder);
    await refuseOtherAudit(folder, manifest, config);
    markUnfinished(config.dataFolder);
    await copyBack(config, { folder, manifest, keysAt, options });
    markUnfinished(config.dataFolder, copied);
  }
  await withStores(config, (stores) => forgetAgain(config, stores));
  markFinished(config.dataFolder);
  return manifest;
}

interface Copying {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly keysAt: string;
  readonly options: RestoreOptions;
}

function copyBack(config: Config, { folder, manifest, keysAt, options }: Copying): Promise<void> {
  return withStores(config, async (stores) => {
    for (const { service } of manifest.services) await mustBeUnused(stores.ports(service), service);
    // With the first use the ledger is applied: nobody of it comes back for a moment.
    await adoptKeys(stores.shared.keys, readKeys(keysAt, stores.shared.keyring));
    for (const section of manifest.services) await restoreService(stores, folder, { config, section, options });
    if (manifest.accounts) await adoptAccounts(join(folder, manifest.accounts.file), config, stores);
    await restoreAudit(folder, manifest, { config, stores });
  });
}

function emptyOrHalfRestored(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  const entries = readdirSync(dataFolder).filter((entry) => entry !== 'lost+found');
  if (entries.length > 0 && !isUnfinished(dataFolder))
    throw new RangeError(
      `${dataFolder} is not empty; restore into a new folder (LOTSENNETZ_DATA), so that nothing is overwritten`,
    );
  // Not the folder itself, which may be a mounted volume, and not its mark, which must outlive a crash here.
  for (const entry of entries) if (entry !== 'unfinished') rmSync(join(dataFolder, entry), { recursive: true });
}

/** Stores outside the data folder. What an interrupted restore left in a history may stay: it is compared. */
async function mustBeUnused({ readModels }: ServicePorts, service: string): Promise<void> {
  if ((await readModels.checkpoint(relayCheckpoint)) !== undefined)
    throw new RangeError(`the views of ${service} belong to a platform that has run already; restore into new stores`);
}

async function restoreService(
  stores: Stores,
  folder: string,
  {
    config,
    section: { service, events, progress },
    options,
  }: { readonly config: Config; readonly section: ServiceSection; readonly options: RestoreOptions },
): Promise<void> {
  const ports = stores.ports(service);
  await adoptProgress(ports.readModels, readLines<ProgressRecord>(join(folder, progress.file)));
  await copyHistory({
    source: () => readLines<RecordedEvent>(join(folder, events.file)),
    target: ports.eventStore,
    appendsAtOnce: appendsAtOnce(config),
    onProgress: (done) => options.onProgress(service, done),
  });
  const definition = services.find(({ name }) => name === service);
  if (definition) await new Views(ports, definition.projections).open();
}
