import { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asUnavailable, busy, guarded, primaryCode } from './database.js';

export interface DataFolderLock {
  release(): void;
}

/** Claims must outlive whoever forgets the handle: a database that is garbage-collected closes, and lets go. */
const held = new Set<DatabaseSync>();

/**
 * Claims a data folder for one running platform; undefined when another one has it. The claim is an open
 * transaction, which the operating system ends with the process, however that dies: nothing is left to clean up.
 * @throws Unavailable when the folder cannot be written.
 */
export function lockDataFolder(folder: string): DataFolderLock | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = guarded(() => new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 }));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (primaryCode(error) === busy) return undefined;
    throw asUnavailable(error);
  }
  held.add(db);
  return { release: () => release(db) };
}

function release(db: DatabaseSync): void {
  if (held.delete(db)) db.close();
}
