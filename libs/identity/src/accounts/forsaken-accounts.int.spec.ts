import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadModels } from '@lotsennetz/kernel';
import { openDocuments, openSharedPorts, readConfig, type SharedPorts } from '@lotsennetz/platform';
import { FakeClock } from '@lotsennetz/testing';
import { Accounts } from './accounts.js';
import { ForsakenAccounts, forsakenDays } from './forsaken-accounts.js';

describe('accounts of people who belong nowhere any more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const clock = new FakeClock('2026-03-02T08:00:00.000Z');
  const members = new Set<string>();
  const signedOut: string[] = [];
  let shared: SharedPorts;
  let documents: ReadModels;
  let accounts: Accounts;
  let forsaken: ForsakenAccounts;
  const identity = { rosa: '', emre: '' };

  beforeAll(async () => {
    const config = readConfig({ LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keyring') });
    shared = openSharedPorts(config);
    documents = openDocuments(config, 'identity');
    accounts = new Accounts(documents, shared.keys, clock);
    forsaken = new ForsakenAccounts({
      ...{ documents, clock, accounts },
      belongsSomewhere: (each) => Promise.resolve(members.has(each)),
      endSessionsOf: (each) => Promise.resolve(void signedOut.push(each)),
    });
    await Promise.all([accounts.open(), forsaken.open()]);
    for (const name of ['rosa', 'emre'] as const) {
      const sub = await accounts.subOf(`${name}@example.org`);
      identity[name] = await accounts.setPassword(sub, 'drei Enten auf dem Dach');
      members.add(identity[name]);
    }
  });
  afterAll(async () => {
    await documents.close();
    await shared.bus.close();
    await shared.keys.close();
    rmSync(folder, { recursive: true });
  });

  const left = async () => (await Array.fromAsync(accounts.records())).map((each) => each.identity).sort();

  it('end after ninety days, and not a day before; sessions end with them', async () => {
    members.delete(identity.rosa);
    expect(await forsaken.sweep()).toBe(0);
    clock.advance({ days: forsakenDays - 1 });
    expect(await forsaken.sweep()).toBe(0);
    expect(await left()).toEqual([identity.rosa, identity.emre].sort());
    clock.advance({ days: 1 });
    expect(await forsaken.sweep()).toBe(1);
    expect(await left()).toEqual([identity.emre]);
    expect(signedOut).toEqual([identity.rosa]);
    expect(await forsaken.sweep()).toBe(0);
  });

  it('stay when the person belongs somewhere again; the days count anew', async () => {
    members.delete(identity.emre);
    await forsaken.sweep();
    clock.advance({ days: forsakenDays - 1 });
    members.add(identity.emre);
    await forsaken.sweep();
    members.delete(identity.emre);
    clock.advance({ days: 2 });
    expect(await forsaken.sweep()).toBe(0);
    expect(await left()).toEqual([identity.emre]);
  });
});
