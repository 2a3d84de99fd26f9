import { DatabaseSync } from 'node:sqlite';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Unavailable } from '@lotsennetz/kernel';

/** How long a statement waits for another process's transaction before it fails. */
const busyTimeoutMs = 5_000;

/** `full`: acknowledged means on disk. `normal`: the last moments may be lost in a power cut, never the order. */
export type Durability = 'full' | 'normal';

/**
 * Opens a database file in write-ahead mode, its folder too, readable by its owner alone; rows come as arrays.
 * Several processes may have it open.
 * @throws Unavailable, and Error when SQLite does not grant the durability asked for.
 */
export function openDatabase(file: string, durability: Durability, schema: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives its -wal and -shm files the mode of the database file.
  closeSync(openSync(file, 'a', 0o600));
  const db = guarded(() => new DatabaseSync(file, { timeout: busyTimeoutMs, returnArrays: true }));
  try {
    guarded(() => {
      prepareFile(db, durability);
      db.exec(`BEGIN IMMEDIATE; ${schema}; COMMIT`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepareFile(db: DatabaseSync, durability: Durability): void {
  untilNotBusy(() => db.exec('PRAGMA journal_mode = WAL'));
  db.exec(`PRAGMA synchronous = ${durability}; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000`);
  // A kernel or build that overrules these would lose acknowledged commits without a word.
  expectPragma(db, 'journal_mode', 'wal');
  expectPragma(db, 'synchronous', durability === 'full' ? 2 : 1);
  expectPragma(db, 'secure_delete', 1);
}

function expectPragma(db: DatabaseSync, name: string, expected: string | number): void {
  const actual = firstColumn(db.prepare(`PRAGMA ${name}`).get());
  if (actual !== expected) throw new Error(`SQLite answers ${name} = ${String(actual)} instead of ${expected}`);
}

/** SQLite does not wait, whatever the timeout, when two processes turn a new file to write-ahead mode at once. */
function untilNotBusy(work: () => void): void {
  const deadline = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (primaryCode(error) !== busy || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** The first column of a row that came as an array; undefined without a row. */
export function firstColumn(row: unknown): unknown {
  return (row as readonly unknown[] | undefined)?.[0];
}

/** SQLITE_BUSY: another connection's transaction is in the way. */
export const busy = 5;
/** https://sqlite.org/rescode.html: busy, locked, out of memory, read-only, I/O, corrupt, full, cannot open, locking protocol, not a database */
const outages = new Set([busy, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** SQLite's primary result code; undefined for anything that is not an error of SQLite. */
export function primaryCode(error: unknown): number | undefined {
  // Not by `instanceof`: under a test runner node's own errors come from another realm.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** Outages of the file or its disk as `Unavailable`; anything else unchanged. */
export function asUnavailable(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === undefined || !outages.has(code)) return error;
  return new Unavailable('the database file cannot be used now', { cause: error });
}

/** Runs statements. @throws Unavailable in an outage. */
export function guarded<Result>(statements: () => Result): Result {
  try {
    return statements();
  } catch (error) {
    throw asUnavailable(error);
  }
}
