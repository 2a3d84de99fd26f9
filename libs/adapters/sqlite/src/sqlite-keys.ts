import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  TenantScope,
  Unavailable,
  type DataKey,
  type KeyRecord,
  type KeyVault,
  type Purpose,
} from '@lotsennetz/kernel';
import { ChangeSignal } from './change-signal.js';
import { CommitGroup } from './commit-group.js';
import { firstColumn, guarded, openDatabase } from './database.js';
import { adopt, keyRecords } from './key-records.js';

const schema = `
  CREATE TABLE IF NOT EXISTS keys (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, purpose TEXT NOT NULL, key BLOB NOT NULL,
    PRIMARY KEY (tenant, subject, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstones (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (tenant, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secrets (
    tenant TEXT NOT NULL, name TEXT NOT NULL, key BLOB NOT NULL, PRIMARY KEY (tenant, name)
  ) STRICT, WITHOUT ROWID`;

const keyBytes = 32;
/** Beyond this the cache starts anew: about 20 MB. */
const cachedKeys = 50_000;

/**
 * Opens the key store: a file of its own, apart from the data, readable by its owner alone.
 * Services and processes share it; keys minted in one turn of the event loop share one sync to disk.
 * @throws Unavailable
 */
export function openSqliteKeys(file: string): KeyVault {
  return new SqliteKeys(openDatabase(file, 'full', schema));
}

class SqliteKeys implements KeyVault {
  private readonly group: CommitGroup;
  private readonly changes: ChangeSignal;
  private readonly cache = new Map<string, DataKey>();
  private readonly keyOf: StatementSync;
  private readonly isForgotten: StatementSync;
  private readonly insertKey: StatementSync;
  private readonly secretOf: StatementSync;
  private readonly insertSecret: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.changes = new ChangeSignal(db);
    this.group = new CommitGroup(db, () => undefined);
    this.keyOf = db.prepare('SELECT key FROM keys WHERE tenant = ? AND subject = ? AND purpose = ?');
    this.isForgotten = db.prepare('SELECT 1 FROM tombstones WHERE tenant = ? AND subject = ?');
    this.insertKey = db.prepare('INSERT INTO keys VALUES (?, ?, ?, ?)');
    this.secretOf = db.prepare('SELECT key FROM secrets WHERE tenant = ? AND name = ?');
    this.insertSecret = db.prepare('INSERT INTO secrets VALUES (?, ?, ?)');
  }

  async obtain(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | 'forgotten'> {
    const { tenant } = TenantScope.require(scope);
    const known = this.lookUp(this.keyOf, tenant, subject, purpose);
    if (known) return known;
    return this.group.submit(() => {
      if (this.isForgotten.get(tenant, subject)) return 'forgotten';
      return stored(this.keyOf, tenant, subject, purpose) ?? this.mint(this.insertKey, tenant, subject, purpose);
    });
  }

  async find(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | undefined> {
    const { tenant } = TenantScope.require(scope);
    return Promise.resolve(this.lookUp(this.keyOf, tenant, subject, purpose));
  }

  async secret(scope: TenantScope, name: string): Promise<DataKey> {
    const { tenant } = TenantScope.require(scope);
    const known = this.lookUp(this.secretOf, tenant, name);
    if (known) return known;
    return this.group.submit(() => stored(this.secretOf, tenant, name) ?? this.mint(this.insertSecret, tenant, name));
  }

  async forget(scope: TenantScope, subject: string): Promise<void> {
    const { tenant } = TenantScope.require(scope);
    await this.group.submit(() => {
      this.db.prepare('DELETE FROM keys WHERE tenant = ? AND subject = ?').run(tenant, subject);
      this.db.prepare('INSERT OR IGNORE INTO tombstones VALUES (?, ?)').run(tenant, subject);
    });
    this.cache.clear();
    this.emptyWriteAheadLog();
  }

  async *records(): AsyncIterable<KeyRecord> {
    yield* keyRecords(this.db);
    await Promise.resolve();
  }

  async adopt(records: readonly KeyRecord[]): Promise<void> {
    await this.group.submit(() => {
      for (const record of records) adopt(this.db, record);
    });
    this.cache.clear();
    if (records.some((record) => 'forgotten' in record)) this.emptyWriteAheadLog();
  }

  close(): Promise<void> {
    this.group.flush();
    this.cache.clear();
    this.changes.close();
    this.db.close();
    return Promise.resolve();
  }

  /** Deleted pages are overwritten in the file, but older copies of them would stay readable in the log. */
  private emptyWriteAheadLog(): void {
    const stillRead = guarded(() => firstColumn(this.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()));
    if (stillRead !== 0)
      throw new Unavailable('the keys are gone, but not yet from the write-ahead log: another process is reading it');
  }

  /** From memory unless another process has written since: it may have forgotten somebody. */
  private lookUp(statement: StatementSync, ...name: readonly [string, string, string?]): DataKey | undefined {
    return guarded(() => {
      if (this.changes.othersChanged() || this.cache.size > cachedKeys) this.cache.clear();
      const cacheKey = JSON.stringify(name);
      const cached = this.cache.get(cacheKey);
      if (cached) return cached;
      const key = stored(statement, ...name.filter((part) => part !== undefined));
      if (key) this.cache.set(cacheKey, key);
      return key;
    });
  }

  private mint(insert: StatementSync, ...name: readonly string[]): DataKey {
    const key = randomBytes(keyBytes);
    insert.run(...name, key);
    return key;
  }
}

function stored(statement: StatementSync, ...name: readonly string[]): DataKey | undefined {
  const bytes = firstColumn(statement.get(...name)) as Uint8Array | undefined;
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
