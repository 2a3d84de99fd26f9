import type { DatabaseSync } from 'node:sqlite';
import { Unavailable } from '@lotsennetz/kernel';
import { firstColumn, guarded } from './database.js';

/** Nothing of keys that were replaced stays in the file or beside it. @throws Unavailable */
export function overwriteReplaced(db: DatabaseSync): void {
  // Many processes may be first on a new file, which holds nothing to be overwritten.
  if (!isEmpty(db)) guarded(() => db.exec('VACUUM'));
  emptyWriteAheadLog(db);
}

/**
 * Deleted pages are overwritten in the file, but older copies of them would stay readable in the log.
 * @throws Unavailable
 */
export function emptyWriteAheadLog(db: DatabaseSync): void {
  const stillRead = guarded(() => firstColumn(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()));
  if (stillRead !== 0)
    throw new Unavailable('the keys are gone, but not yet from the write-ahead log: another process is reading it');
}

function isEmpty(db: DatabaseSync): boolean {
  const text = 'SELECT EXISTS (SELECT 1 FROM keys) OR EXISTS (SELECT 1 FROM secrets)';
  return guarded(() => firstColumn(db.prepare(text).get())) === 0;
}
