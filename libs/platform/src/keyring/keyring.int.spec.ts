import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyringMissing, LedgerMissing, type Erasure, type Instant, TenantScope } from '@lotsennetz/kernel';
import { environmentKeyring } from './environment-keyring.js';
import { fileKeyring } from './file-keyring.js';
import { fileLedger } from './file-ledger.js';

const key = Buffer.alloc(32, 7);
const [older, newer] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lotsennetz-')), 'keyring');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('a keyring in a file', () => {
  const file = () => join(folder, 'root.key');

  it('makes its key once, for its owner alone, and says where', async () => {
    const made: string[] = [];
    const keyrings = [1, 2].map(() => fileKeyring(folder, (path) => made.push(path)));
    expect(await keyrings[0]?.exists()).toBe(false);
    for (const keyring of keyrings) await keyring.create();
    expect(made).toEqual([file()]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const [first, second] = keyrings.map((keyring) => keyring.versions());
    expect(await first).toEqual(await second);
  });

  it('opens what it has wrapped, in the same context only', async () => {
    const keyring = fileKeyring(folder);
    await keyring.create();
    const wrapped = await keyring.wrap(key, 'siegen');
    expect(await fileKeyring(folder).unwrap(wrapped, 'siegen')).toEqual(key);
    await expect(keyring.unwrap(wrapped, 'kreuztal')).rejects.toThrow();
    expect(JSON.stringify(wrapped)).not.toContain(key.toString('base64'));
  });

  it('wraps with a new version at once, also for who has it open, and opens with older ones', async () => {
    const keyring = fileKeyring(folder);
    await keyring.create();
    const before = await keyring.wrap(key, 'siegen');
    const version = await fileKeyring(folder).renew();
    expect((await keyring.wrap(key, 'siegen')).version).toBe(version);
    expect(await keyring.versions()).toEqual([version, before.version]);
    expect(await keyring.unwrap(before, 'siegen')).toEqual(key);
  });

  it('never makes another key where one is missing, wrong or open to others', async () => {
    const keyring = fileKeyring(folder);
    await expect(keyring.wrap(key, 'siegen')).rejects.toThrow(KeyringMissing);
    await keyring.create();
    const wrapped = await keyring.wrap(key, 'siegen');
    chmodSync(file(), 0o640);
    await expect(keyring.unwrap(wrapped, 'siegen')).rejects.toThrow('chmod 600');
    chmodSync(file(), 0o600);
    writeFileSync(file(), `${older}\n`);
    await expect(keyring.unwrap(wrapped, 'siegen')).rejects.toThrow(KeyringMissing);
    writeFileSync(file(), 'abc\n');
    await expect(keyring.unwrap(wrapped, 'siegen')).rejects.toThrow(RangeError);
  });

  it('derives a key for each name, which stays when the root key is renewed', async () => {
    const keyring = fileKeyring(folder);
    await keyring.create();
    const audit = await keyring.named('audit');
    expect((await keyring.named('other')).key).not.toEqual(audit.key);
    await keyring.renew();
    expect((await keyring.named('audit')).key).not.toEqual(audit.key);
    expect(await keyring.named('audit', audit.version)).toEqual(audit);
  });
});

describe('a keyring from the environment', () => {
  it('wraps with the first key and opens with all', async () => {
    const wrapped = await environmentKeyring(older).wrap(key, 'siegen');
    const rotated = environmentKeyring(`${newer}, ${older}`);
    expect(await rotated.unwrap(wrapped, 'siegen')).toEqual(key);
    expect((await rotated.wrap(key, 'siegen')).version).not.toBe(wrapped.version);
    await expect(environmentKeyring(newer).unwrap(wrapped, 'siegen')).rejects.toThrow(KeyringMissing);
    await expect(rotated.renew()).rejects.toThrow('LOTSENNETZ_ROOT_KEY');
  });
  it.each(['short', Buffer.alloc(31).toString('base64'), `${newer},x`])('refuses %s without repeating it', (text) => {
    expect(() => environmentKeyring(text)).toThrow(RangeError);
    expect(() => environmentKeyring(text)).not.toThrow(text);
  });
});

describe('the erasure ledger', () => {
  const erasure = (subject: string): Erasure => ({
    tenant: TenantScope.of('siegen').tenant,
    subject,
    at: '2026-11-22T10:00:00.000Z' as Instant,
  });

  it('keeps every erasure, with several writers too', async () => {
    const ledgers = [fileLedger(folder), fileLedger(folder)];
    for (const ledger of ledgers) await ledger.create();
    await Promise.all(ledgers.map((ledger, index) => ledger.append([erasure(`a${index}`), erasure(`b${index}`)])));
    const entries = await Array.fromAsync(fileLedger(folder).entries());
    expect(entries.map(({ subject }) => subject).sort()).toEqual(['a0', 'a1', 'b0', 'b1']);
    expect(statSync(ledgers[0]!.place).mode & 0o777).toBe(0o600);
  });

  it('passes over a line that a power cut has torn, and goes on behind it', async () => {
    const ledger = fileLedger(folder);
    await ledger.create();
    await ledger.append([erasure('a'), erasure('b')]);
    writeFileSync(ledger.place, readFileSync(ledger.place).subarray(0, -20));
    await ledger.append([erasure('c')]);
    expect((await Array.fromAsync(ledger.entries())).map(({ subject }) => subject)).toEqual(['a', 'c']);
  });

  it('that is missing is no empty one', async () => {
    const ledger = fileLedger(folder);
    expect(await ledger.exists()).toBe(false);
    await expect(ledger.append([erasure('a')])).rejects.toThrow(LedgerMissing);
    await expect(Array.fromAsync(ledger.entries())).rejects.toThrow(LedgerMissing);
  });
});
