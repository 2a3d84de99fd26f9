import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope } from '@lotsennetz/kernel';
import { keysOver } from '@lotsennetz/testing';
import { firstColumn, openDatabase } from './database.js';
import { openSqliteEventStore } from './sqlite-event-store.js';
import { openSqliteKeyStore } from './sqlite-key-store.js';

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
    const keys = keysOver(openSqliteKeyStore(join(folder, 'keys.db')));
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
    const keys = keysOver(openSqliteKeyStore(join(folder, 'keys.db')));
    await Promise.all(['p', 'q'].map((subject) => keys.obtain(siegen, subject, 'name')));
    const stored = await Array.fromAsync(keys.wrapped());
    const [forgotten, kept] = ['p', 'q'].map(
      (subject) => stored.find(({ place }) => 'subject' in place && place.subject === subject)?.stored,
    ) as [Buffer, Buffer];
    const onDisk = () => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    expect([onDisk().includes(forgotten), onDisk().includes(kept)]).toEqual([true, true]);
    await keys.forget(siegen, 'p');
    expect([onDisk().includes(forgotten), onDisk().includes(kept)]).toEqual([false, true]);
    await keys.close();
  });
});
