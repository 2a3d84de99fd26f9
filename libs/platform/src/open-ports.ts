import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStoreDb } from '@lotsennetz/adapter-eventstoredb';
import { openKafkaEventBus } from '@lotsennetz/adapter-kafka';
import { databaseOf, openMongoKeyStore, openMongoLedger, openMongoReadModels } from '@lotsennetz/adapter-mongo';
import {
  lockDataFolder,
  openSqliteEventBus,
  openSqliteEventStore,
  openSqliteKeyStore,
  openSqliteReadModels,
  type DataFolderLock,
} from '@lotsennetz/adapter-sqlite';
import {
  EnvelopeKeys,
  type ErasureLedger,
  type EventBus,
  type EventStore,
  type Keyring,
  type ReadModels,
} from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';
import type { Config } from './config.js';
import { fileLedger } from './keyring/file-ledger.js';
import { openKeyring } from './keyring/open-keyring.js';

const kafkaLogger = new Logger('kafka');
const mongoLogger = new Logger('mongodb');

/** Another process serves this service from this data folder; two would deliver everything twice. */
export class DataFolderInUse extends Error {
  readonly code = 'data-folder-in-use';
  constructor(
    readonly folder: string,
    readonly service: string,
  ) {
    super(`another Lotsennetz serves ${service} from ${folder}`);
  }
}

/**
 * Claims the folder of each service, all of them or none: services run beside each other on one data folder, the same
 * service only once. Where replicas are possible nothing is claimed.
 * @throws DataFolderInUse naming the first service that another process has.
 */
export function claimDataFolder(config: Config, services: readonly string[]): DataFolderLock {
  const locks: DataFolderLock[] = [];
  const release = () => {
    for (const lock of locks) lock.release();
  };
  if (allowsReplicas(config)) return { release };
  for (const service of services) {
    const lock = lockDataFolder(join(config.dataFolder, service));
    if (!lock) {
      release();
      throw new DataFolderInUse(config.dataFolder, service);
    }
    locks.push(lock);
  }
  return { release };
}

/**
 * Whether a service may run in several processes at a time. Views and consumer offsets in files belong to one of them;
 * keys and a history in files are made to be shared by the processes of one host.
 */
export function allowsReplicas({ readModels, bus }: Config): boolean {
  return ![readModels, bus].some((address) => address.startsWith('sqlite:'));
}

/** Ports that all services of one deployment share. */
export interface SharedPorts {
  readonly bus: EventBus;
  readonly keys: EnvelopeKeys;
  /** The root key, outside the data folder; keys for uses of the process itself derive from it. */
  readonly keyring: Keyring;
}

/** Ports of one service. */
export interface ServicePorts {
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
}

// On stderr: stdout may be a token that a script takes.
function tellOfRootKey(file: string): void {
  process.stderr.write(
    `A root key was made: ${file}\nBack up its folder apart from the data: without it no name can be read any more.\n`,
  );
}

/** @throws RangeError for an address whose scheme no adapter knows, or that its adapter cannot use. */
export function openSharedPorts(config: Config): SharedPorts {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const mongoDbKeys = () => openMongoKeyStore(config.keys, databaseOf(config.keys, 'keys'));
  const keyring = openKeyring(config, tellOfRootKey);
  const ledger = openLedger(config);
  const store = adapterFor(config.keys, 'LOTSENNETZ_KEYS', {
    sqlite: () => openSqliteKeyStore(join(config.dataFolder, 'keys.db')),
    mongodb: mongoDbKeys,
    'mongodb+srv': mongoDbKeys,
  });
  return {
    keyring,
    keys: new EnvelopeKeys({ store, keyring, ledger }),
    bus: adapterFor(config.bus, 'LOTSENNETZ_BUS', {
      sqlite: () => openSqliteEventBus(join(config.dataFolder, 'bus.db')),
      kafka: () => openKafkaEventBus(config.bus, (notice) => kafkaLogger.warn(notice)),
    }),
  };
}

/** The configured ledger of who was erased. @throws RangeError for an address whose scheme no adapter knows */
export function openLedger({ ledger, keyring }: Config): ErasureLedger {
  const mongoDb = () => openMongoLedger(ledger, databaseOf(ledger, 'ledger'));
  return adapterFor(ledger, 'LOTSENNETZ_LEDGER', {
    file: () => fileLedger(keyring),
    mongodb: mongoDb,
    'mongodb+srv': mongoDb,
  });
}

/** @throws RangeError for an address whose scheme no adapter knows, or that its adapter cannot use. */
export function openServicePorts(config: Config, service: string): ServicePorts {
  const folder = join(config.dataFolder, service);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const eventStoreDb = () => openEventStoreDb(config.eventStore, service);
  const mongoDb = () =>
    openMongoReadModels(config.readModels, databaseOf(config.readModels, service), (notice) =>
      mongoLogger.warn(notice),
    );
  return {
    eventStore: adapterFor(config.eventStore, 'LOTSENNETZ_EVENT_STORE', {
      sqlite: () => openSqliteEventStore(join(folder, 'events.db')),
      esdb: eventStoreDb,
      'esdb+discover': eventStoreDb,
      kurrentdb: eventStoreDb,
      'kurrentdb+discover': eventStoreDb,
    }),
    readModels: adapterFor(config.readModels, 'LOTSENNETZ_READ_MODELS', {
      sqlite: () => openSqliteReadModels(join(folder, 'views.db')),
      mongodb: mongoDb,
      'mongodb+srv': mongoDb,
    }),
  };
}

/**
 * Documents that belong to the platform as a whole and that all of its processes share, such as `sessions`.
 * @throws RangeError for an address whose scheme no adapter knows, or that its adapter cannot use.
 */
export function openDocuments(config: Config, name: 'sessions' | 'identity' | 'tokens'): ReadModels {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const mongoDb = () =>
    openMongoReadModels(config.readModels, databaseOf(config.readModels, name), (notice) => mongoLogger.warn(notice));
  return adapterFor(config.readModels, 'LOTSENNETZ_READ_MODELS', {
    // Nothing can rebuild them, so what was answered must be on disk.
    sqlite: () => openSqliteReadModels(join(config.dataFolder, `${name}.db`), 'full'),
    mongodb: mongoDb,
    'mongodb+srv': mongoDb,
  });
}

function adapterFor<Port>(address: string, variable: string, adapters: Readonly<Record<string, () => Port>>): Port {
  const scheme = /^([a-z+]+):/.exec(address)?.[1] ?? '';
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
