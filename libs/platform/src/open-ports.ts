import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openKafkaEventBus } from '@lotsennetz/adapter-kafka';
import {
  lockDataFolder,
  openSqliteEventBus,
  openSqliteEventStore,
  openSqliteKeys,
  openSqliteReadModels,
  type DataFolderLock,
} from '@lotsennetz/adapter-sqlite';
import type { EventBus, EventStore, Keys, ReadModels } from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';
import type { Config } from './config.js';

const kafkaLogger = new Logger('kafka');

/** A port that owns something to close. */
type Closable<Port> = Port & { close(): Promise<void> };

/** Another process serves from this data folder; two would deliver everything twice. */
export class DataFolderInUse extends Error {
  readonly code = 'data-folder-in-use';
  constructor(readonly folder: string) {
    super(`another Lotsennetz is running on ${folder}`);
  }
}

/** @throws DataFolderInUse */
export function claimDataFolder(config: Config): DataFolderLock {
  const lock = lockDataFolder(config.dataFolder);
  if (!lock) throw new DataFolderInUse(config.dataFolder);
  return lock;
}

/** Ports that all services of one deployment share. */
export interface SharedPorts {
  readonly bus: EventBus;
  readonly keys: Closable<Keys>;
}

/** Ports of one service. */
export interface ServicePorts {
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
}

/** @throws RangeError for an address whose scheme no adapter knows, or that its adapter cannot use. */
export function openSharedPorts(config: Config): SharedPorts {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  return {
    bus: adapterFor(config.bus, 'LOTSENNETZ_BUS', {
      sqlite: () => openSqliteEventBus(join(config.dataFolder, 'bus.db')),
      kafka: () => openKafkaEventBus(config.bus, (notice) => kafkaLogger.warn(notice)),
    }),
    keys: adapterFor(config.keys, 'LOTSENNETZ_KEYS', {
      sqlite: () => openSqliteKeys(join(config.dataFolder, 'keys.db')),
    }),
  };
}

/** @throws RangeError for an address whose scheme no adapter knows. */
export function openServicePorts(config: Config, service: string): ServicePorts {
  const folder = join(config.dataFolder, service);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    eventStore: adapterFor(config.eventStore, 'LOTSENNETZ_EVENT_STORE', {
      sqlite: () => openSqliteEventStore(join(folder, 'events.db')),
    }),
    readModels: adapterFor(config.readModels, 'LOTSENNETZ_READ_MODELS', {
      sqlite: () => openSqliteReadModels(join(folder, 'views.db')),
    }),
  };
}

function adapterFor<Port>(address: string, variable: string, adapters: Readonly<Record<string, () => Port>>): Port {
  const scheme = /^([a-z]+):/.exec(address)?.[1] ?? '';
  const open = adapters[scheme];
  if (!open)
    throw new RangeError(
      // Not the whole address: it may hold a password.
      `${variable}: no adapter for '${scheme}:'; known: ${Object.keys(adapters)
        .map((known) => `${known}:`)
        .join(', ')}`,
    );
  return open();
}
