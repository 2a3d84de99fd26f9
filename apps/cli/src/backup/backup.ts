import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemClock, type Position } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores, type Stores } from '../stores.js';
import { writeAccounts } from './account-file.js';
import { writeAudit } from './audit-file.js';
import { progressOf } from './consumer-progress.js';
import { historyOf } from './copy-history.js';
import { keyFileName, writeKeys } from './key-file.js';
import { writeLines, type LinesFile } from './lines-file.js';
import { manifestOf, verifyBackup, type Manifest, type ServiceSection } from './manifest.js';
import { StreamDigests } from './stream-digests.js';

export interface BackupOptions {
  /** Where to write the keys, apart from the data they open; in the backup's folder unless told. */
  readonly keys?: string;
  readonly onProgress: (step: string) => void;
}

/**
 * Writes all histories, what consumers have done of them, the audit records and the keys into a new folder, while the
 * platform runs, and reads everything back. Works for any configured stores: it goes through the ports.
 *
 * The parts fit together because of their order. What a consumer has done is read before the end of its service's
 * history, and a service before those whose events it reads: so every effect in the backup has its cause there, and
 * what consumers have not yet done is delivered to them after a restore. Accounts follow the memberships that name
 * them. Whoever was seen before the histories ended is in the audit records. Keys come last, so none is missing.
 * @throws RangeError where there is nothing; Error when the folder holds anything, or when what was written is not what was read.
 */
export async function backup(config: Config, to: string, options: BackupOptions): Promise<Manifest> {
  const folder = resolve(to);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new RangeError(`${folder} is not empty`);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  const keysAt = options.keys === undefined ? join(part, keyFileName) : resolve(options.keys);
  if (existsSync(keysAt)) throw new RangeError(`${keysAt} is there already`);
  mkdirSync(dirname(keysAt), { recursive: true, mode: 0o700 });
  const madeAt = systemClock.now();
  const manifest = await withStores(config, async (stores) => {
    const ends = await endsOf(stores, part);
    const sections: ServiceSection[] = [];
    for (const { name } of services) {
      options.onProgress(name);
      sections.push(await writeHistory(stores, part, { service: name, ...endOf(ends, name) }));
    }
    const accounts = await writeAccounts(part, config, stores);
    const audit = await writeAudit(part, config);
    if (audit.lines === 0 && sections.every(({ events }) => events.lines === 0)) throw nothingThere(config);
    const keys = await writeKeys(keysAt, stores.shared.keys);
    return manifestOf({ madeAt, services: sections, keys, audit, ...(accounts ? { accounts } : {}) });
  });
  options.onProgress('verifying');
  await verifyBackup(part, manifest, options.keys);
  writeFileSync(join(part, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(part, folder);
  return manifest;
}

function nothingThere({ dataFolder, eventStore }: Config): RangeError {
  const place = eventStore === 'sqlite:' ? dataFolder : 'the configured event store';
  return new RangeError(`nothing was ever recorded in ${place}: is this the right one (LOTSENNETZ_DATA)?`);
}

interface End {
  readonly progress: LinesFile;
  /** Of the last event that belongs to the backup; undefined: none does. */
  readonly head: Position | undefined;
}

/** Readers before those they read: the suite names publishers first. */
export async function endsOf(stores: Pick<Stores, 'ports'>, folder: string): Promise<ReadonlyMap<string, End>> {
  const ends = new Map<string, End>();
  for (const { name } of services.toReversed()) {
    const { eventStore, readModels } = stores.ports(name);
    const progress = await writeLines(join(folder, `${name}.progress.ndjson.gz`), progressOf(readModels));
    ends.set(name, { progress, head: await eventStore.head() });
  }
  return ends;
}

function endOf(ends: ReadonlyMap<string, End>, service: string): End {
  const end = ends.get(service);
  if (!end) throw new Error(`nobody looked for the end of ${service}`);
  return end;
}

async function writeHistory(
  stores: Stores,
  folder: string,
  { service, head, progress }: End & { readonly service: string },
): Promise<ServiceSection> {
  const digests = new StreamDigests();
  const lines = async function* () {
    if (head === undefined) return;
    for await (const event of historyOf(stores.ports(service).eventStore, { until: head })) {
      digests.add(event);
      yield event;
    }
  };
  const events = await writeLines(join(folder, `${service}.events.ndjson.gz`), lines());
  return { service, streams: digests.size, hash: digests.hash, events, progress };
}
