import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope, Unavailable } from '@lotsennetz/kernel';
import { readConfig } from './config.js';
import { claimDataFolder, DataFolderInUse, openSharedPorts } from './open-ports.js';

describe('claiming a data folder', () => {
  let folder: string;
  const config = (settings: Readonly<Record<string, string>> = {}) =>
    readConfig({ LOTSENNETZ_DATA: folder, ...settings });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets services run beside each other', () => {
    const registration = claimDataFolder(config(), ['registration']);
    const training = claimDataFolder(config(), ['training', 'matching']);
    registration.release();
    training.release();
  });
  it('refuses a service that runs already, by itself or with all others', () => {
    const training = claimDataFolder(config(), ['training']);
    expect(() => claimDataFolder(config(), ['training'])).toThrow(DataFolderInUse);
    expect(() => claimDataFolder(config(), ['registration', 'training'])).toThrow('serves training');
    training.release();
    claimDataFolder(config(), ['training']).release();
  });
  it('keeps nothing of a claim that was refused', () => {
    const training = claimDataFolder(config(), ['training']);
    expect(() => claimDataFolder(config(), ['registration', 'training'])).toThrow(DataFolderInUse);
    claimDataFolder(config(), ['registration']).release();
    training.release();
  });
  it.each([
    [{ LOTSENNETZ_BUS: 'kafka://kafka:9092' }],
    [{ LOTSENNETZ_READ_MODELS: 'mongodb://mongo/' }],
    [{ LOTSENNETZ_EVENT_STORE: 'esdb://esdb:2113', LOTSENNETZ_BUS: 'kafka://kafka:9092' }],
  ])('claims with %j too, as files belong to one process still', (settings) => {
    const first = claimDataFolder(config(settings), ['training']);
    expect(() => claimDataFolder(config(settings), ['training'])).toThrow(DataFolderInUse);
    first.release();
  });
  it.each([
    [{ LOTSENNETZ_EVENT_STORE: 'esdb://esdb:2113' }],
    // The processes of one host share its files.
    [{ LOTSENNETZ_EVENT_STORE: 'sqlite:' }],
  ])('lets replicas run on Kafka and MongoDB with %j', (eventStore) => {
    const settings = {
      ...eventStore,
      LOTSENNETZ_BUS: 'kafka://kafka:9092',
      LOTSENNETZ_READ_MODELS: 'mongodb://mongo/',
    };
    const replicas = [claimDataFolder(config(settings), ['training']), claimDataFolder(config(settings), ['training'])];
    for (const replica of replicas) replica.release();
  });
});

describe('the address of the keys', () => {
  let folder: string;
  const open = (keys: string) => openSharedPorts(readConfig({ LOTSENNETZ_DATA: folder, LOTSENNETZ_KEYS: keys }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('can be a MongoDB, which is asked then, and no file is made', async () => {
    const { bus, keys } = open('mongodb://127.0.0.1:9/county');
    await expect(keys.find(TenantScope.of('siegen'), 'p', 'name')).rejects.toThrow(Unavailable);
    await Promise.all([bus.close(), keys.close()]);
    expect(existsSync(join(folder, 'keys.db'))).toBe(false);
  });

  it.each(['vault://user:secret@host', 'mongodb://user:secret@host/a b'])(
    '%s is refused without its password',
    (address) => {
      expect(() => open(address)).toThrow(RangeError);
      expect(() => open(address)).toThrow(/^(?!.*secret)/);
    },
  );
});
