import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Purpose, StoredKey, Subject, TenantId } from '@lotsennetz/kernel';
import { guarded } from './database.js';

const texts = {
  keyOrTombstone: `SELECT (SELECT key FROM keys WHERE tenant = ?1 AND subject = ?2 AND purpose = ?3),
    EXISTS (SELECT 1 FROM tombstones WHERE tenant = ?1 AND subject = ?2)`,
  insertKey: `INSERT INTO keys SELECT ?1, ?2, ?3, ?4
    WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE tenant = ?1 AND subject = ?2) ON CONFLICT DO NOTHING`,
  updateKey: 'UPDATE keys SET key = ? WHERE tenant = ? AND subject = ? AND purpose = ? AND key = ?',
  deleteKeys: 'DELETE FROM keys WHERE tenant = ? AND subject = ?',
  secret: 'SELECT key FROM secrets WHERE tenant = ? AND name = ?',
  insertSecret: 'INSERT INTO secrets VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  updateSecret: 'UPDATE secrets SET key = ? WHERE tenant = ? AND name = ? AND key = ?',
  tombstone: 'SELECT 1 FROM tombstones WHERE tenant = ? AND subject = ?',
  bury: 'INSERT OR IGNORE INTO tombstones VALUES (?, ?)',
  note: 'INSERT INTO forgettings (tenant, subject) VALUES (?, ?)',
  forgettings: 'SELECT number, tenant, subject FROM forgettings WHERE number > ? ORDER BY number',
  lastForgetting: 'SELECT coalesce(max(number), 0) FROM forgettings',
} as const;

/** A row of `keyOrTombstone`. */
export type KeyOrTombstone = readonly [key: Uint8Array | null, forgotten: 0 | 1];

/** Every statement that the key store repeats. */
export type KeyStatements = { readonly [Name in keyof typeof texts]: StatementSync };

/** Once for an open database. */
export function prepareKeyStatements(db: DatabaseSync): KeyStatements {
  const prepared = Object.entries(texts).map(([name, text]) => [name, db.prepare(text)] as const);
  return Object.fromEntries(prepared) as KeyStatements;
}

type KeyRow = readonly [TenantId, string, Purpose, Uint8Array];
type SecretRow = readonly [TenantId, string, Uint8Array];

/** All keys and secrets, of one tenant or of all; each table read at once. */
export function* allKeys(db: DatabaseSync, tenant?: TenantId): Iterable<StoredKey> {
  const [where, values] = tenant === undefined ? (['', []] as const) : (['WHERE tenant = ?', [tenant]] as const);
  const text = `SELECT tenant, subject, purpose, key FROM keys ${where}`;
  for (const [of, subject, purpose, key] of guarded(() => db.prepare(text).all(...values)) as unknown as KeyRow[])
    yield { place: { tenant: of, subject, purpose }, stored: Buffer.from(key) };
  yield* secretsOf(db, where, ...values);
}

/** Secrets for which the condition holds. */
export function* secretsOf(db: DatabaseSync, where: string, ...values: readonly string[]): Iterable<StoredKey> {
  const rows = guarded(() => db.prepare(`SELECT tenant, name, key FROM secrets ${where}`).all(...values));
  for (const [tenant, name, key] of rows as unknown as SecretRow[])
    yield { place: { tenant, name }, stored: Buffer.from(key) };
}

/** Subjects that the statement answers. */
export function* subjectsOf(db: DatabaseSync, text: string): Iterable<Subject> {
  for (const [tenant, subject] of guarded(() => db.prepare(text).all()) as unknown as (readonly [TenantId, string])[])
    yield { tenant, subject };
}
