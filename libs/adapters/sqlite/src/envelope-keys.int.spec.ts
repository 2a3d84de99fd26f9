import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  KeyringMissing,
  LedgerMissing,
  openStored,
  TenantScope,
  type DataKey,
  type EnvelopeKeys,
  type Instant,
  type KeyStore,
} from '@lotsennetz/kernel';
import { keysOver, MemoryKeyring, MemoryLedger } from '@lotsennetz/testing';
import { openSqliteKeyStore } from './sqlite-key-store.js';

const siegen = TenantScope.of('siegen');
const kreuztal = TenantScope.of('kreuztal');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  file = join(folder, 'keys.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const onDisk = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
const keyOf = async (keys: EnvelopeKeys, subject: string, scope = siegen) => {
  const key = await keys.obtain(scope, subject, 'name');
  if (key === 'forgotten') throw new Error(`${subject} is forgotten`);
  return key;
};

describe('wrapped keys', () => {
  it('lie in no file in clear', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    const clear = [await keyOf(keys, 'p'), await keys.secret(siegen, 's')];
    for (const key of clear) expect(onDisk().includes(key)).toBe(false);
    await keys.close();
    for (const key of clear) expect(onDisk().includes(key)).toBe(false);
  });

  it('do not open at another place', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    await keyOf(keys, 'p');
    await keyOf(keys, 'q');
    await keys.close();
    const db = new DatabaseSync(file);
    db.exec(`UPDATE keys SET key = (SELECT key FROM keys WHERE subject = 'p') WHERE subject = 'q'`);
    db.close();
    const reopened = keysOver(openSqliteKeyStore(file));
    await expect(reopened.find(siegen, 'q', 'name')).rejects.toThrow();
    await reopened.close();
  });

  it('are opened with another root key by nobody, and none is made in its place', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    await keyOf(keys, 'p');
    await keys.close();
    const stranger = keysOver(openSqliteKeyStore(file), { keyring: new MemoryKeyring(2) });
    await expect(stranger.open()).rejects.toThrow(KeyringMissing);
    await expect(stranger.obtain(kreuztal, 'q', 'name')).rejects.toThrow(KeyringMissing);
    await stranger.close();
  });
});

describe('keys of an older version, in clear', () => {
  const clear = Array.from({ length: 300 }, (_, index) => Buffer.alloc(32, `key ${String(index)} in clear `));
  const secret = Buffer.alloc(32, 'a secret in clear ');
  beforeEach(async () => {
    // Creates the tables as they ever were.
    await openSqliteKeyStore(file).close();
    const db = new DatabaseSync(file);
    const insert = db.prepare('INSERT INTO keys VALUES (?, ?, ?, ?)');
    for (const [index, key] of clear.entries()) insert.run('siegen', `p${String(index)}`, 'name', key);
    db.prepare('INSERT INTO secrets VALUES (?, ?, ?)').run('siegen', 's', secret);
    db.close();
  });
  const left = () => [...clear, secret].filter((key) => onDisk().includes(key)).length;

  it('are wrapped with the first opening, and no byte of them stays in any file', async () => {
    expect(left()).toBe(clear.length + 1);
    const keys = keysOver(openSqliteKeyStore(file));
    await keys.open();
    expect(left()).toBe(0);
    expect(await keys.find(siegen, 'p7', 'name')).toEqual(clear[7]);
    expect(await keys.secret(siegen, 's')).toEqual(secret);
    await keys.close();
    expect(left()).toBe(0);
  });

  it('are overwritten by the next opening when the first was interrupted after wrapping', async () => {
    const store = openSqliteKeyStore(file);
    const interrupted: KeyStore = Object.create(store, {
      scrub: { value: () => Promise.reject(new Error('the power is cut')) },
    }) as KeyStore;
    await expect(keysOver(interrupted).open()).rejects.toThrow('power');
    await store.close();
    const keys = keysOver(openSqliteKeyStore(file));
    await keys.open();
    expect(left()).toBe(0);
    expect(await keys.find(siegen, 'p7', 'name')).toEqual(clear[7]);
    await keys.close();
  });
});

describe('the ledger', () => {
  const erasure = (subject: string) => ({ ...siegen, subject, at: '2026-11-22T10:00:00.000Z' as Instant });

  it('knows of a forgetting before anything is destroyed', async () => {
    const ledger = new MemoryLedger();
    const store = openSqliteKeyStore(file);
    const interrupted = Object.create(store, {
      forget: { value: () => Promise.reject(new Error('the power is cut')) },
    }) as KeyStore;
    const keys = keysOver(interrupted, { ledger });
    await keyOf(keys, 'p');
    await expect(keys.forget(siegen, 'p')).rejects.toThrow('power');
    await store.close();
    const restarted = keysOver(openSqliteKeyStore(file), { ledger });
    expect(await restarted.obtain(siegen, 'p', 'name')).toBe('forgotten');
    await restarted.close();
  });

  it('is applied before the first use, to keys that a restore brought back', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    await keyOf(keys, 'p');
    await keys.close();
    const reopened = keysOver(openSqliteKeyStore(file), { ledger: new MemoryLedger([erasure('p'), erasure('never')]) });
    expect(await reopened.find(siegen, 'p', 'name')).toBeUndefined();
    expect(await reopened.obtain(siegen, 'never', 'name')).toBe('forgotten');
    await reopened.close();
  });

  it('learns whom a store without ledger had forgotten', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    await keys.forget(siegen, 'p');
    await keys.close();
    const ledger = new MemoryLedger();
    const reopened = keysOver(openSqliteKeyStore(file), { ledger });
    await reopened.open();
    await reopened.forget(siegen, 'p');
    expect(ledger.erasures).toEqual([expect.objectContaining({ tenant: 'siegen', subject: 'p' })]);
    await reopened.close();
  });

  it('that is lost stops everything', async () => {
    const keys = keysOver(openSqliteKeyStore(file));
    await keyOf(keys, 'p');
    await keys.close();
    const ledger = Object.assign(new MemoryLedger(), { exists: () => Promise.resolve(false) });
    const reopened = keysOver(openSqliteKeyStore(file), { ledger });
    await expect(reopened.find(siegen, 'p', 'name')).rejects.toThrow(LedgerMissing);
    await reopened.close();
  });
});

describe('rotation', () => {
  const people = Array.from({ length: 500 }, (_, index) => `p${String(index)}`);
  let keyring: MemoryKeyring;
  let keys: EnvelopeKeys;
  let before: readonly DataKey[];
  const all = (of: EnvelopeKeys) => Promise.all(people.map((subject) => keyOf(of, subject)));
  const reopen = async (store = openSqliteKeyStore(file)) => {
    await keys.close();
    keys = keysOver(store, { keyring });
  };
  beforeEach(async () => {
    keyring = new MemoryKeyring();
    keys = keysOver(openSqliteKeyStore(file), { keyring });
    before = await all(keys);
    await keyOf(keys, 'k', kreuztal);
  });
  afterEach(() => keys.close());

  it('puts new keys above the data keys, which stay', async () => {
    const stored = (await Array.fromAsync(keys.wrapped())).map((each) => each.stored);
    const { root, tenants } = await keys.rotate({});
    expect(root).toBe((await keyring.versions())[0]);
    expect(tenants).toEqual([
      { tenant: 'kreuztal', keys: 1 },
      { tenant: 'siegen', keys: people.length },
    ]);
    expect(stored.filter((each) => onDisk().includes(each))).toEqual([]);
    await reopen();
    expect(await all(keys)).toEqual(before);
  });

  it('of one tenant leaves the others and the root key', async () => {
    const stored = await Array.fromAsync(keys.wrapped());
    const { root, tenants } = await keys.rotate({ tenant: siegen.tenant });
    expect({ root, tenants }).toEqual({ root: undefined, tenants: [{ tenant: 'siegen', keys: people.length }] });
    expect(await keyring.versions()).toHaveLength(1);
    const others = stored.filter(({ place }) => place.tenant === 'kreuztal');
    expect(await Array.fromAsync(keys.wrapped())).toEqual(expect.arrayContaining(others));
  });

  it('goes on where it was interrupted, with the same new keys', async () => {
    const store = openSqliteKeyStore(file);
    let batches = 0;
    const interrupted = Object.create(store, {
      replace: {
        value: (changes: Parameters<KeyStore['replace']>[0]) => {
          if (changes.length > 1 && ++batches > 1) return Promise.reject(new Error('the power is cut'));
          return store.replace(changes);
        },
      },
    }) as KeyStore;
    await expect(keysOver(interrupted, { keyring }).rotate({})).rejects.toThrow('power');
    await store.close();
    await reopen();
    expect(await all(keys)).toEqual(before);
    const { tenants } = await keys.rotate({});
    expect(tenants).toContainEqual({ tenant: 'siegen', keys: 300 });
    expect(await keyring.versions()).toHaveLength(2);
    await reopen();
    expect(await all(keys)).toEqual(before);
  });

  it('disturbs nobody who seals or forgets meanwhile', async () => {
    const other = keysOver(openSqliteKeyStore(file), { keyring });
    await other.open();
    const minted = new Map<string, DataKey>();
    await keys.rotate({
      onProgress: (_, done) => {
        void keyOf(other, `new${String(done)}`).then((key) => minted.set(`new${String(done)}`, key));
        void other.forget(siegen, `p${String(done)}`);
      },
    });
    await other.close();
    await reopen();
    expect(minted.size).toBeGreaterThan(2);
    for (const [subject, key] of minted) expect(await keys.find(siegen, subject, 'name')).toEqual(key);
    expect(await keys.find(siegen, 'p200', 'name')).toBeUndefined();
    expect(await keys.find(siegen, 'p201', 'name')).toEqual(before[201]);
  });

  it('twice is a rotation twice, and only the version before stays', async () => {
    for (const _ of [1, 2, 3]) await keys.rotate({ tenant: siegen.tenant });
    const ring = (await Array.fromAsync(keys.wrapped())).find(
      ({ place }) => 'name' in place && place.name === 'tenant-key' && place.tenant === 'siegen',
    );
    const { versions } = JSON.parse(String(ring?.stored)) as { readonly versions: readonly { number: number }[] };
    expect(versions.map(({ number }) => number)).toEqual([3, 4]);
    await reopen();
    expect(await all(keys)).toEqual(before);
  });
});

it('keys that were carried away are opened by the root key, in any order', async () => {
  const keyring = new MemoryKeyring();
  const keys = keysOver(openSqliteKeyStore(file), { keyring });
  const key = await keyOf(keys, 'p');
  const carried = (await Array.fromAsync(keys.wrapped())).toReversed();
  await keys.close();
  const read = async function* () {
    await Promise.resolve();
    yield* carried;
  };
  const expected = { tenant: 'siegen', subject: 'p', purpose: 'name', key };
  expect(await Array.fromAsync(openStored(keyring, read))).toEqual([expected]);
  await expect(Array.fromAsync(openStored(new MemoryKeyring(2), read))).rejects.toThrow(KeyringMissing);
});
