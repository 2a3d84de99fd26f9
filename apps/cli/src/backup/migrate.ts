import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { relayCheckpoint, Views } from '@lotsennetz/kernel';
import {
  claimDataFolder,
  inDataFolder,
  isUnfinished,
  markFinished,
  markUnfinished,
  type Config,
  type ServiceDefinition,
} from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores, type Stores } from '../stores.js';
import { adoptProgress, progressOf } from './consumer-progress.js';
import { appendsAtOnce, copyHistory, historyOf } from './copy-history.js';
import { adoptKeys } from './key-file.js';
import { takeAccountsAlong, takeAuditAlong } from './take-along.js';

export interface MigrateOptions {
  /** `sqlite:<folder>`: everything lies there. `configured`: as the settings say. Another event store: the rest as the settings say. */
  readonly from: string;
  readonly to: string;
  readonly tenant?: string;
  readonly onProgress: (service: string, events: number) => void;
}

export interface Migrated {
  readonly service: string;
  readonly events: number;
  readonly streams: number;
  readonly hash: string;
}

export interface Moved {
  readonly services: readonly Migrated[];
  /** Members whose accounts stay behind, since they work for another tenant too. */
  readonly accountsLeft: number;
}

interface Move {
  readonly source: Stores;
  readonly target: Stores;
  readonly targetConfig: Config;
  /** The target was empty when the move began: nothing runs on it, and its views are built here. */
  readonly isNew: boolean;
  readonly options: MigrateOptions;
}

/**
 * Copies histories, keys and consumers' progress, of one tenant or of all, and compares the copy stream by stream; also
 * audit records, and accounts of the embedded provider: all into new stores, or of those who belong to the tenant
 * alone. An interrupted move goes on when it is repeated; one that is done is compared once more. The source stays.
 * @throws DataFolderInUse while the source runs; TargetDiffers when the target holds something else.
 */
export async function migrate(config: Config, options: MigrateOptions): Promise<Moved> {
  const [from, to] = [sideOf(config, options.from), sideOf(config, options.to)];
  if (from.eventStore === to.eventStore && (from.dataFolder === to.dataFolder || !isFile(from.eventStore)))
    throw new RangeError('--from and --to are the same event store');
  if (from.dataFolder === to.dataFolder && isFile(from.readModels) && isFile(to.readModels))
    throw new RangeError('the target would share its views with the source; set LOTSENNETZ_DATA to a new folder');
  if (isFile(from.eventStore) && !existsSync(join(from.dataFolder, 'registration')))
    throw new RangeError(`${from.dataFolder} holds no data of Lotsennetz`);
  const claims: { release(): void }[] = [];
  try {
    claims.push(claimDataFolder(from, names()));
    // One tenant may move in while others are served there.
    if (options.tenant === undefined) claims.push(claimDataFolder(to, names()));
    return await withStores(from, (source) =>
      withStores(to, async (target) => {
        const isNew = isUnfinished(to.dataFolder) || (await heads(target)) === '';
        if (isNew) markUnfinished(to.dataFolder);
        const services = await move({ source, target, targetConfig: to, isNew, options });
        const ends = { source, target, from, to, isNew, tenant: options.tenant };
        const accountsLeft = await takeAccountsAlong(ends);
        await takeAuditAlong(ends);
        if (isNew) markFinished(to.dataFolder);
        return { services, accountsLeft };
      }),
    );
  } finally {
    for (const claim of claims) claim.release();
  }
}

const names = () => services.map(({ name }) => name);
const isFile = (address: string) => address.startsWith('sqlite:');

function sideOf(config: Config, address: string): Config {
  if (address === 'configured') return config;
  const folder = /^sqlite:(.+)$/.exec(address)?.[1];
  if (folder === undefined) return { ...config, eventStore: address };
  const embedded = 'sqlite:';
  const all = { eventStore: embedded, readModels: embedded, bus: embedded, keys: embedded };
  return { ...inDataFolder(config, resolve(folder)), ...all };
}

async function heads(stores: Stores): Promise<string> {
  const found = await Promise.all(names().map((name) => stores.ports(name).eventStore.head()));
  return found.map((head) => head ?? '').join('');
}

async function move({ source, target, targetConfig, isNew, options }: Move): Promise<readonly Migrated[]> {
  const { tenant, onProgress } = options;
  const before = await heads(source);
  const records = async function* () {
    for await (const record of source.shared.keys.records())
      if (tenant === undefined || record.tenant === tenant) yield record;
  };
  await adoptKeys(target.shared.keys, records());
  const moved: Migrated[] = [];
  for (const service of services) {
    const [there, here] = [source.ports(service.name), target.ports(service.name)];
    if (isNew && (await here.readModels.checkpoint(relayCheckpoint)) !== undefined)
      throw new RangeError(`the views of ${service.name} at the target belong to another history; choose new ones`);
    // First: a consumer that runs at the target must know what was done before the events reach it.
    await adoptProgress(here.readModels, progressOf(there.readModels, tenant));
    const digests = await copyHistory({
      source: () => historyOf(there.eventStore, { tenant }),
      target: here.eventStore,
      tenant,
      appendsAtOnce: appendsAtOnce(targetConfig),
      onProgress: (events) => onProgress(service.name, events),
    });
    if (isNew) await buildViews(target, service);
    moved.push({ service: service.name, events: digests.events, streams: digests.size, hash: digests.hash });
  }
  // A source that several processes may serve cannot be claimed.
  if ((await heads(source)) !== before)
    throw new Error('the source was written to meanwhile: stop it, and repeat the move to bring what came since');
  return moved;
}

async function buildViews(stores: Stores, { name, projections }: ServiceDefinition): Promise<void> {
  await new Views(stores.ports(name), projections).open();
}
