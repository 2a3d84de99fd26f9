import type { DatabaseSync } from 'node:sqlite';
import { KeyConflict, type KeyRecord, type Purpose, type TenantId } from '@lotsennetz/kernel';
import { firstColumn, guarded } from './database.js';

type Row = readonly [TenantId, string, string, Uint8Array];

/** All that the tables of the key store hold, each table read at once. */
export function* keyRecords(db: DatabaseSync): Iterable<KeyRecord> {
  const rows = (text: string) => guarded(() => db.prepare(text).all()) as unknown as readonly Row[];
  for (const [tenant, subject, purpose, key] of rows('SELECT tenant, subject, purpose, key FROM keys'))
    yield { tenant, subject, purpose: purpose as Purpose, key: Buffer.from(key) };
  for (const [tenant, name, , secret] of rows('SELECT tenant, name, NULL, key FROM secrets'))
    yield { tenant, name, secret: Buffer.from(secret) };
  // Last: somebody forgotten meanwhile is there with key and tombstone, and the tombstone wins.
  for (const [tenant, subject] of rows('SELECT tenant, subject FROM tombstones'))
    yield { tenant, subject, forgotten: true };
}

/** Inside a transaction. @throws KeyConflict */
export function adopt(db: DatabaseSync, record: KeyRecord): void {
  const { tenant } = record;
  const run = (text: string, ...values: readonly (string | Uint8Array)[]) => db.prepare(text).run(...values);
  if ('forgotten' in record) {
    run('DELETE FROM keys WHERE tenant = ? AND subject = ?', tenant, record.subject);
    run('INSERT OR IGNORE INTO tombstones VALUES (?, ?)', tenant, record.subject);
  } else if ('secret' in record) {
    run('INSERT OR IGNORE INTO secrets VALUES (?, ?, ?)', tenant, record.name, record.secret);
    const there = db.prepare('SELECT key FROM secrets WHERE tenant = ? AND name = ?').get(tenant, record.name);
    if (!equal(there, record.secret)) throw new KeyConflict(record);
  } else {
    const { subject, purpose, key } = record;
    if (db.prepare('SELECT 1 FROM tombstones WHERE tenant = ? AND subject = ?').get(tenant, subject)) return;
    run('INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)', tenant, subject, purpose, key);
    const there = db
      .prepare('SELECT key FROM keys WHERE tenant = ? AND subject = ? AND purpose = ?')
      .get(tenant, subject, purpose);
    if (!equal(there, key)) throw new KeyConflict(record);
  }
}

function equal(row: unknown, key: Uint8Array): boolean {
  return Buffer.from(firstColumn(row) as Uint8Array).equals(key);
}
