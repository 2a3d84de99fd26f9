import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CommitGroup } from './commit-group.js';
import { openDatabase } from './database.js';

describe('commit group', () => {
  let folder: string;
  let db: DatabaseSync;
  let commits: number;
  let group: CommitGroup;
  const insert = (...names: readonly string[]) =>
    group.submit(() => {
      for (const name of names) db.prepare('INSERT INTO names VALUES (?)').run(name);
      return names.length;
    });
  const stored = () => db.prepare('SELECT name FROM names ORDER BY name').all().flat();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    db = openDatabase(join(folder, 'data.db'), 'full', 'CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY)');
    commits = 0;
    group = new CommitGroup(db, () => (commits += 1));
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('writes all work of one turn in one transaction', async () => {
    expect(await Promise.all([insert('a'), insert('b', 'c'), insert('d')])).toEqual([1, 2, 1]);
    expect(commits).toBe(1);
  });

  it('work that fails half-way undoes only itself', async () => {
    const outcomes = await Promise.allSettled([insert('a'), insert('b', 'a'), insert('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toEqual(['a', 'c']);
  });

  it('a full disk is an outage, and the group works again when there is room', async () => {
    db.exec('PRAGMA max_page_count = 5');
    const outcomes = await Promise.allSettled([insert('x'.repeat(50_000)), insert('a'.repeat(50_000))]);
    expect(outcomes).toMatchObject([{ reason: { code: 'unavailable' } }, { reason: { code: 'unavailable' } }]);
    db.exec('PRAGMA max_page_count = 1000');
    await insert('b');
    expect(stored()).toEqual(['b']);
  });

  it('a file that somebody else is writing for too long is an outage, with its cause, and nothing is written', async () => {
    db.exec('PRAGMA busy_timeout = 1');
    const other = new DatabaseSync(join(folder, 'data.db'));
    other.exec('BEGIN IMMEDIATE');
    const outcomes = await Promise.allSettled([insert('a'), insert('b')]);
    expect(outcomes).toMatchObject([
      { reason: { code: 'unavailable', cause: { errcode: 5 } } },
      { reason: { code: 'unavailable' } },
    ]);
    other.close();
    await insert('c');
    expect(stored()).toEqual(['c']);
  });
});
