import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope, type DataKey } from '@lotsennetz/kernel';
import { firstColumn, openDatabase } from './database.js';
import { openSqliteEventStore } from './sqlite-event-store.js';
import { openSqliteKeys } from './sqlite-keys.js';

const siegen = TenantScope.of('siegen');

describe('database files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['full', 2],
    ['normal', 1],
  ] as const)('are opened with write-ahead log and durability %s', (durability, synchronous) => {
    const db = openDatabase(join(folder, 'deep', 'er', 'data.db'), durability, 'SELECT 1');
    const pragma = (name: string) => firstColumn(db.prepare(`PRAGMA ${name}`).get());
    expect(['journal_mode', 'synchronous', 'secure_delete'].map(pragma)).toEqual(['wal', synchronous, 1]);
    db.close();
  });

  it('are for their owner alone, with everything SQLite puts beside them', async () => {
    const keys = openSqliteKeys(join(folder, 'keys.db'));
    await keys.obtain(siegen, 'p', 'name');
    const modes = readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    await keys.close();
  });

  it('that are no databases are an outage', () => {
    writeFileSync(join(folder, 'data.db'), 'not a database, but long enough to be looked at as one'.repeat(50));
    expect(() => openSqliteEventStore(join(folder, 'data.db'))).toThrow(
      expect.objectContaining({ code: 'unavailable' }),
    );
  });

  it('hold no byte of a forgotten key', async () => {
    const keys = openSqliteKeys(join(folder, 'keys.db'));
    const minted = await Promise.all(['p', 'q'].map((subject) => keys.obtain(siegen, subject, 'name')));
    const [forgotten, kept] = minted as DataKey[] as [DataKey, DataKey];
    const onDisk = () => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    expect([onDisk().includes(forgotten), onDisk().includes(kept)]).toEqual([true, true]);
    await keys.forget(siegen, 'p');
    expect([onDisk().includes(forgotten), onDisk().includes(kept)]).toEqual([false, true]);
    await keys.close();
  });
});
