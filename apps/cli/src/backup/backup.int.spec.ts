import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { KeyringMissing, LedgerMissing, systemClock, TenantScope, type KeyRecord } from '@lotsennetz/kernel';
import {
  DataFolderUnfinished,
  isUnfinished,
  markUnfinished,
  openDocuments,
  readConfig,
  serve,
  type Config,
  type IdentityAccounts,
} from '@lotsennetz/platform';
import {
  acceptInvitationAs,
  appointMember,
  createTokenFor,
  foundTenantNamed,
  identity,
  services,
} from '@lotsennetz/suite';
import { withStores } from '../stores.js';
import { backup } from './backup.js';
import { historyOf } from './copy-history.js';
import { restore } from './restore.js';

const quiet = { onProgress: () => undefined };
const siegen = TenantScope.of('siegen');
const person = 'c0ffee00-0000-4000-8000-000000000001';

describe('a backup', () => {
  let folder: string;
  let config: Config;
  let target: Config;
  const at = (name: string) => join(folder, name);
  const inFolder = (name: string) => readConfig({ LOTSENNETZ_DATA: at(name), LOTSENNETZ_KEYRING: at('keyring') });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    [config, target] = [inFolder('data'), inFolder('restored')];
    await withStores(config, async (stores) => {
      const ports = stores.commandPorts('registration');
      await foundTenantNamed(ports, {
        id: 'siegen',
        name: 'Stadt Siegen',
        kind: 'municipality',
        timeZone: 'Europe/Berlin',
      });
      await createTokenFor(ports, { tenant: 'siegen', role: 'analyst' });
      await stores.shared.keys.obtain(siegen, person, 'name');
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const eventsIn = (of: Config) =>
    withStores(of, (stores) => Array.fromAsync(historyOf(stores.ports('registration').eventStore)));
  const keysIn = (of: Config): Promise<readonly KeyRecord[]> =>
    withStores(of, (stores) => Array.fromAsync(stores.shared.keys.records()));
  const withAccounts = async <Result>(of: Config, work: (accounts: IdentityAccounts) => Promise<Result>) => {
    const documents = openDocuments(of, 'identity');
    return withStores(of, async ({ shared: { keys } }) =>
      work(await identity.openAccounts({ documents, keys, clock: systemClock })),
    ).finally(() => documents.close());
  };
  const adoptInto = (of: Config, ...rows: readonly object[]) =>
    withAccounts(of, (accounts) => accounts.adopt(Readable.from(rows)));
  const accountsIn = (of: Config) => withAccounts(of, (accounts) => Array.fromAsync(accounts.records()));
  const spoil = (file: string) => {
    const content = readFileSync(at(file));
    content[Math.floor(content.length / 2)]! ^= 1;
    writeFileSync(at(file), content);
  };

  it('gives back histories and keys', async () => {
    const made = await backup(config, at('backup'), quiet);
    const restored = await restore(target, at('backup'), quiet);
    expect(restored).toEqual(made);
    expect((await eventsIn(target)).length).toBeGreaterThan(1);
    expect(await eventsIn(target)).toEqual(await eventsIn(config));
    expect(await keysIn(target)).toEqual(await keysIn(config));
    expect(isUnfinished(target.dataFolder)).toBe(false);
  });

  it('gives back how people sign in, and holds no more of it than the store', async () => {
    const known = { sub: 'rosa', identity: 'rosa', createdAt: '2026-03-02T08:00:00.000Z', password: 'argon2id$hash' };
    await adoptInto(config, known);
    const { accounts } = await backup(config, at('backup'), quiet);
    expect(gunzipSync(readFileSync(at(`backup/${accounts?.file}`))).toString()).toBe(`${JSON.stringify(known)}\n`);
    await restore(target, at('backup'), quiet);
    expect(await accountsIn(target)).toEqual([known]);
  });

  it('brings no account back of somebody who was erased since', async () => {
    const membershipId = await withStores(config, async (stores) => {
      const ports = stores.commandPorts('registration');
      const person = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org' };
      const offered = await appointMember(ports, { tenant: 'siegen', person, roles: ['trainer'] });
      await acceptInvitationAs(ports, { tenant: 'siegen', invitation: offered.invitation, identity: 'rosa' });
      return offered.membershipId;
    });
    await adoptInto(config, { sub: 'rosa', identity: 'rosa' }, { sub: 'emre', identity: 'emre' });
    await backup(config, at('backup'), quiet);
    await withStores(config, (stores) => stores.shared.keys.forget(siegen, membershipId));
    await restore(target, at('backup'), quiet);
    expect(await accountsIn(target)).toHaveLength(2);
    const registration = services.filter(({ name }) => name === 'registration');
    await (await serve({ config: { ...target, port: 0 }, services: registration, identity })).close();
    expect(await accountsIn(target)).toEqual([{ sub: 'emre', identity: 'emre' }]);
  });

  it('can be read by its owner alone', async () => {
    await backup(config, at('backup'), quiet);
    const modes = ['', ...readdirSync(at('backup'))].map((name) => statSync(join(at('backup'), name)).mode & 0o077);
    expect(modes.filter((mode) => mode !== 0)).toEqual([]);
  });

  it('is not written over anything', async () => {
    await backup(config, at('backup'), quiet);
    await expect(backup(config, at('backup'), quiet)).rejects.toThrow('not empty');
    await expect(backup(config, at('other'), { ...quiet, keys: at('backup/keys.ndjson.gz') })).rejects.toThrow(
      'already',
    );
  });

  it('that was interrupted is begun anew', async () => {
    mkdirSync(at('backup.part'));
    writeFileSync(at('backup.part/registration.events.ndjson.gz'), 'half');
    await backup(config, at('backup'), quiet);
    expect(existsSync(at('backup.part'))).toBe(false);
  });

  it('is restored into an empty data folder only', async () => {
    await backup(config, at('backup'), quiet);
    await expect(restore(config, at('backup'), quiet)).rejects.toThrow('is not empty');
    mkdirSync(target.dataFolder);
    writeFileSync(join(target.dataFolder, 'notes.txt'), 'mine');
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow('is not empty');
    expect(readdirSync(target.dataFolder)).toEqual(['notes.txt']);
  });

  it.each([
    'registration.events.ndjson.gz',
    'training.progress.ndjson.gz',
    'accounts.ndjson.gz',
    'audit.ndjson.gz',
    'keys.ndjson.gz',
  ])('whose %s is damaged is refused before anything is written', async (file) => {
    await backup(config, at('backup'), quiet);
    spoil(`backup/${file}`);
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow(`${file} in ${at('backup')} is damaged`);
    expect(existsSync(target.dataFolder)).toBe(false);
  });

  it('without its manifest, or with a file missing, is refused', async () => {
    await backup(config, at('backup'), quiet);
    rmSync(at('backup/matching.events.ndjson.gz'));
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow('matching.events.ndjson.gz is missing');
    rmSync(at('backup/manifest.json'));
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow('holds no backup');
  });

  it('whose restore was interrupted is restored by repeating it, and nothing is served before', async () => {
    await backup(config, at('backup'), quiet);
    markUnfinished(target.dataFolder);
    mkdirSync(join(target.dataFolder, 'registration'));
    writeFileSync(join(target.dataFolder, 'registration/events.db'), 'half');
    await expect(serve({ config: target, services: [] })).rejects.toThrow(DataFolderUnfinished);
    await restore(target, at('backup'), quiet);
    expect(await eventsIn(target)).toEqual(await eventsIn(config));
  });

  it('holds no key that opens without the root key, and is refused without it', async () => {
    await backup(config, at('backup'), quiet);
    const lines = gunzipSync(readFileSync(at('backup/keys.ndjson.gz'))).toString();
    for (const record of await keysIn(config))
      if ('key' in record) expect(lines).not.toContain(record.key.toString('base64'));
    rmSync(at('keyring'), { recursive: true });
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow(KeyringMissing);
    expect(existsSync(target.dataFolder)).toBe(false);
    expect(existsSync(at('keyring'))).toBe(false);
  });

  it('of yesterday brings nobody back who was erased since: the ledger is applied before anything is served', async () => {
    await backup(config, at('backup'), quiet);
    await withStores(config, (stores) => stores.shared.keys.forget(siegen, person));
    await restore(target, at('backup'), quiet);
    expect(await keysIn(target)).toContainEqual({ ...siegen, subject: person, forgotten: true });
    expect((await keysIn(target)).filter((each) => 'key' in each && each.subject === person)).toEqual([]);
  });

  it('that knows of an erasure is not restored without the ledger, nor with an older one', async () => {
    const ledger = at('keyring/erasures.ndjson');
    const older = readFileSync(ledger);
    await withStores(config, (stores) => stores.shared.keys.forget(siegen, person));
    await backup(config, at('backup'), quiet);
    writeFileSync(ledger, older);
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow('older than the backup');
    rmSync(ledger);
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow(LedgerMissing);
    expect(existsSync(target.dataFolder)).toBe(false);
  });

  it('keeps the keys apart when told, and with newer ones brings nobody back who was forgotten since', async () => {
    const [keys, newer] = [at('safe/keys.gz'), at('safe/newer.gz')];
    await backup(config, at('backup'), { ...quiet, keys });
    expect(existsSync(at('backup/keys.ndjson.gz'))).toBe(false);
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow('with --keys');
    writeFileSync(at('torn.gz'), readFileSync(keys).subarray(0, -9));
    await expect(restore(target, at('backup'), { ...quiet, keys: at('torn.gz') })).rejects.toThrow('unexpected end');
    expect(existsSync(target.dataFolder)).toBe(false);
    await withStores(config, (stores) => stores.shared.keys.forget(siegen, person));
    await backup(config, at('later'), { ...quiet, keys: newer });
    await restore(target, at('backup'), { ...quiet, keys: newer });
    await withStores(target, async (stores) => {
      expect(await stores.shared.keys.obtain(siegen, person, 'name')).toBe('forgotten');
    });
  });
});
