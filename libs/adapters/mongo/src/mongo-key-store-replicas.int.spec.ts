import { purposes, TenantScope, type KeyVault } from '@lotsennetz/kernel';
import { describeWithServer, findServer, keysOver, mongoServer, runProcess, unique } from '@lotsennetz/testing';
import type { CompetingMinterTask } from './competing-minter.js';
import { KeyDocuments } from './key-documents.js';
import { MongoConnection } from './mongo-connection.js';
import { openMongoKeyStore } from './mongo-key-store.js';

const scope = TenantScope.of('siegen');
const program = new URL('competing-minter.ts', import.meta.url).href;
const subjects = Array.from({ length: 40 }, (_, index) => `p-${String(index)}`);

describeWithServer('several processes on the keys in MongoDB', await findServer(mongoServer), (server) => {
  let database: string;
  let opened: { close(): Promise<void> }[];
  beforeEach(() => {
    database = unique('minting');
    opened = [];
  });
  afterEach(() => Promise.all(opened.map((each) => each.close())));

  const open = () => {
    const keys = keysOver(openMongoKeyStore(server().url, database));
    opened.push(keys);
    return keys;
  };
  const startMinters = (count: number) => {
    const task: CompetingMinterTask = { url: server().url, database, subjects };
    return Promise.all(Array.from({ length: count }, () => runProcess(program, task)));
  };
  const recordsOf = (keys: KeyVault) => Array.fromAsync(keys.records());
  const tombstones = subjects.map((subject) => ({ tenant: scope.tenant, subject, forgotten: true }));

  it('are given the same keys', async () => {
    const [first, ...others] = await startMinters(3);
    expect(new Set(first?.trim().split(/\s/)).size).toBe(subjects.length * purposes.length);
    expect(others).toEqual([first, first]);
    expect(await recordsOf(open())).toHaveLength(subjects.length * purposes.length);
  });

  it('leave no key of anybody who is forgotten while they mint', async () => {
    const keys = open();
    const minters = startMinters(2);
    // Those at the end before they are minted, those at the beginning most likely meanwhile or after.
    for (const subject of subjects.toReversed()) {
      await keys.obtain(scope, subject, 'name');
      await keys.forget(scope, subject);
      expect(await keys.find(scope, subject, 'name')).toBeUndefined();
    }
    await minters;
    const records = await recordsOf(keys);
    expect(records).toHaveLength(subjects.length);
    expect(records).toEqual(expect.arrayContaining(tombstones));
  });

  it('obtain nothing once a forgetting is done, whoever was minting at the moment', async () => {
    const [minting, forgetting] = [open(), open()];
    for (const subject of subjects) {
      const racing = purposes.map((purpose) => minting.obtain(scope, subject, purpose));
      await forgetting.forget(scope, subject);
      const after = await Promise.all(purposes.map((purpose) => minting.obtain(scope, subject, purpose)));
      expect(after).toEqual(purposes.map(() => 'forgotten'));
      await Promise.all(racing);
      expect(await minting.find(scope, subject, 'name')).toBeUndefined();
    }
    expect(await recordsOf(minting)).toEqual(expect.arrayContaining(tombstones));
    expect(await recordsOf(minting)).toHaveLength(subjects.length);
  });

  it('cannot mint after the tombstone what they looked for before it', async () => {
    const keys = open();
    const connection = new MongoConnection(server().url, database, () => undefined);
    opened.push(connection);
    const documents = new KeyDocuments(connection, 'people');
    for (const [subject, known] of [
      ['stranger', []],
      ['known', ['contact'] as const],
    ] as const) {
      for (const purpose of known) await keys.obtain(scope, subject, purpose);
      const id = `siegen/${subject}`;
      expect(await documents.find(id, 'name')).toBeUndefined();
      await keys.forget(scope, subject);
      // The second half of an `obtain` whose first half was the look above.
      expect(await documents.settle(id, 'name', Buffer.alloc(32, 1))).toBe('forgotten');
    }
    expect(await recordsOf(keys)).toHaveLength(2);
  });
});
