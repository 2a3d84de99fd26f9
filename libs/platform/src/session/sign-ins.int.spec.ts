import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@lotsennetz/kernel';
import { FakeClock } from '@lotsennetz/testing';
import { readConfig } from '../config.js';
import { openDocuments } from '../open-ports.js';
import { Sessions } from './sessions.js';
import { SignIns } from './sign-ins.js';

const ours = { keepsAccounts: true, forgotten: () => nobody() };
async function* nobody() {}
const dropSecondFactor = () => Promise.resolve();

describe('forgetting how somebody signed in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const documents = openDocuments(readConfig({ LOTSENNETZ_DATA: folder }), 'sessions');
  const sessions = new Sessions(documents, new FakeClock('2026-03-02T08:00:00.000Z'));
  beforeAll(() => sessions.open());
  afterAll(async () => {
    await documents.close();
    rmSync(folder, { recursive: true });
  });

  it('removes the account and ends their sessions, and nobody else’s; it may be repeated', async () => {
    const removed: string[] = [];
    const accounts = { removeOf: (identity: string) => Promise.resolve(void removed.push(identity)), dropSecondFactor };
    const signIns = new SignIns({ sessions, ...ours, openAccounts: () => Promise.resolve(accounts) });
    const hers = await sessions.begin({ identity: 'rosa', secondFactor: false });
    const his = await sessions.begin({ identity: 'emre', secondFactor: false });
    await signIns.forget('rosa');
    await signIns.forget('rosa');
    expect(removed).toEqual(['rosa', 'rosa']);
    expect(await sessions.find(hers)).toBeUndefined();
    expect(await sessions.find(his)).toBeDefined();
  });

  it('drops a lost second factor and ends what was signed in with it', async () => {
    const dropped: unknown[] = [];
    const accounts = {
      removeOf: () => Promise.resolve(),
      dropSecondFactor: (...at: readonly unknown[]) => Promise.resolve(void dropped.push(at)),
    };
    const signIns = new SignIns({ sessions, ...ours, openAccounts: () => Promise.resolve(accounts) });
    const hers = await sessions.begin({ identity: 'rosa', secondFactor: true });
    const before = instant('2026-03-02T08:00:00Z');
    await signIns.dropSecondFactor('rosa', before);
    expect(dropped).toEqual([['rosa', before]]);
    expect(await sessions.find(hers)).toBeUndefined();
  });

  it('ends sessions where accounts are not ours, and tries again where they could not be opened', async () => {
    const id = await sessions.begin({ identity: 'rosa', secondFactor: false });
    await new SignIns({
      sessions,
      ...ours,
      keepsAccounts: false,
      openAccounts: () => Promise.resolve(undefined),
    }).forget('rosa');
    expect(await sessions.find(id)).toBeUndefined();
    let tries = 0;
    const openAccounts = () => (++tries === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(undefined));
    const signIns = new SignIns({ sessions, ...ours, openAccounts });
    await expect(signIns.forget('rosa')).rejects.toThrow('not now');
    await signIns.forget('rosa');
    expect(tries).toBe(2);
  });
});
