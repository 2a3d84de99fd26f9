import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** What the SQLite adapter stores, for baselines that write and read the same bytes without it. */
const schema = `
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
    recorded_at TEXT NOT NULL, happened_on TEXT NOT NULL, command TEXT, data TEXT NOT NULL, meta TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS events_stream ON events (stream, revision);
  CREATE UNIQUE INDEX IF NOT EXISTS events_command ON events (command, stream) WHERE command IS NOT NULL;
  CREATE TABLE IF NOT EXISTS keys (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, purpose TEXT NOT NULL, key BLOB NOT NULL,
    PRIMARY KEY (tenant, subject, purpose)
  ) STRICT, WITHOUT ROWID`;

/** Opens a file with the adapter's tables and its durability: write-ahead, every commit on disk before it returns. */
export function openBareTables(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { returnArrays: true });
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000',
  );
  db.exec(schema);
  return db;
}

export const insertEvent = `INSERT INTO events (stream, revision, id, type, recorded_at, happened_on, command, data, meta)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export const insertKey = 'INSERT INTO keys VALUES (?, ?, ?, ?)';

/** A row of `insertEvent`. */
export type BareRow = readonly [
  stream: string,
  revision: number,
  id: string,
  type: string,
  recordedAt: string,
  happenedOn: string,
  command: string | null,
  data: string,
  meta: string,
];
