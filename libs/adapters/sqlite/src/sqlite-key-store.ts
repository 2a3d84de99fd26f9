import type { DatabaseSync } from 'node:sqlite';
import {
  keyBytes,
  type Forgettings,
  type KeyPlace,
  type KeyReplacement,
  type KeyStore,
  type StoredKey,
  type Subject,
  type TenantId,
} from '@lotsennetz/kernel';
import { ChangeSignal } from './change-signal.js';
import { CommitGroup } from './commit-group.js';
import { firstColumn, guarded, openDatabase } from './database.js';
import {
  allKeys,
  prepareKeyStatements,
  secretsOf,
  subjectsOf,
  type KeyOrTombstone,
  type KeyStatements,
} from './key-statements.js';
import { emptyWriteAheadLog, overwriteReplaced } from './key-traces.js';

const schema = `
  CREATE TABLE IF NOT EXISTS keys (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, purpose TEXT NOT NULL, key BLOB NOT NULL,
    PRIMARY KEY (tenant, subject, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstones (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (tenant, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS forgettings (
    number INTEGER PRIMARY KEY, tenant TEXT NOT NULL, subject TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS secrets (
    tenant TEXT NOT NULL, name TEXT NOT NULL, key BLOB NOT NULL, PRIMARY KEY (tenant, name)
  ) STRICT, WITHOUT ROWID`;

/** `user_version` of a file in which nothing is left that was stored in clear. */
const wrappedOnly = 1;

/**
 * Opens the key store: a file of its own, apart from the data, readable by its owner alone.
 * Services and processes share it; keys minted in one turn of the event loop share one sync to disk.
 * @throws Unavailable
 */
export function openSqliteKeyStore(file: string): KeyStore {
  return new SqliteKeyStore(openDatabase(file, 'full', schema));
}

class SqliteKeyStore implements KeyStore {
  private readonly group: CommitGroup;
  private readonly changes: ChangeSignal;
  private readonly statements: KeyStatements;
  private moved = 0;
  private lookedAround = false;

  constructor(private readonly db: DatabaseSync) {
    this.changes = new ChangeSignal(db);
    this.group = new CommitGroup(db, () => undefined);
    this.statements = prepareKeyStatements(db);
  }

  async survey(): Promise<{ readonly mayHoldClear: boolean; readonly holdsWrapped: boolean }> {
    const text = `SELECT EXISTS (SELECT 1 FROM keys WHERE length(key) <> ?1) OR EXISTS (SELECT 1 FROM secrets WHERE length(key) <> ?1)`;
    const [version, wrapped] = guarded(() => [
      firstColumn(this.db.prepare('PRAGMA user_version').get()),
      firstColumn(this.db.prepare(text).get(keyBytes)),
    ]);
    return Promise.resolve({ mayHoldClear: version !== wrappedOnly, holdsWrapped: wrapped === 1 });
  }

  async find(place: KeyPlace): Promise<Buffer | 'forgotten' | undefined> {
    return Promise.resolve(guarded(() => this.standing(place)));
  }

  async settle(place: KeyPlace, value: Buffer): Promise<Buffer | 'forgotten'> {
    return this.group.submit(() => {
      if (this.putWhereFree(place, value)) return value;
      const stands = this.standing(place);
      if (!stands) throw new Error('a key could not be put where none stands');
      return stands;
    });
  }

  async replace(changes: readonly KeyReplacement[]): Promise<number> {
    const { updateKey, updateSecret } = this.statements;
    return this.group.submit(() => {
      let replaced = 0;
      for (const { place, was, by } of changes) {
        const { tenant } = place;
        const result =
          'name' in place
            ? updateSecret.run(by, tenant, place.name, was)
            : updateKey.run(by, tenant, place.subject, place.purpose, was);
        replaced += Number(result.changes);
      }
      return replaced;
    });
  }

  async forget(subjects: readonly Subject[]): Promise<void> {
    const { deleteKeys, bury, note } = this.statements;
    await this.group.submit(() => {
      for (const { tenant, subject } of subjects) {
        deleteKeys.run(tenant, subject);
        if (bury.run(tenant, subject).changes) note.run(tenant, subject);
      }
    });
    this.moved += 1;
    emptyWriteAheadLog(this.db);
  }

  isForgotten({ tenant, subject }: Subject): boolean {
    return guarded(() => this.statements.tombstone.get(tenant, subject)) !== undefined;
  }

  async *tombstones(): AsyncIterable<Subject> {
    yield* subjectsOf(this.db, 'SELECT tenant, subject FROM tombstones');
    await Promise.resolve();
  }

  async *stored(tenant?: TenantId): AsyncIterable<StoredKey> {
    yield* allKeys(this.db, tenant);
    await Promise.resolve();
  }

  async *secretsNamed(name: string): AsyncIterable<StoredKey> {
    yield* secretsOf(this.db, 'WHERE name = ?', name);
    await Promise.resolve();
  }

  async scrub(): Promise<void> {
    overwriteReplaced(this.db);
    guarded(() => this.db.exec(`PRAGMA user_version = ${wrappedOnly}`));
    return Promise.resolve();
  }

  generation(): number {
    if (this.lookedAround) return this.moved;
    if (guarded(() => this.changes.othersChanged())) this.moved += 1;
    // Of what others do until then nobody here can know: who asks for several keys at once looks around once.
    this.lookedAround = true;
    queueMicrotask(() => (this.lookedAround = false));
    return this.moved;
  }

  forgottenSince(mark?: number): Forgettings {
    const { forgettings, lastForgetting } = this.statements;
    return guarded(() => {
      if (mark === undefined) return { mark: firstColumn(lastForgetting.get()) as number, subjects: [] };
      const rows = forgettings.all(mark) as unknown as readonly (readonly [number, TenantId, string])[];
      return { mark: rows.at(-1)?.[0] ?? mark, subjects: rows.map(([, tenant, subject]) => ({ tenant, subject })) };
    });
  }

  close(): Promise<void> {
    this.group.flush();
    this.changes.close();
    this.db.close();
    return Promise.resolve();
  }

  private putWhereFree(place: KeyPlace, value: Buffer): boolean {
    const { insertSecret, insertKey } = this.statements;
    const { changes } =
      'name' in place
        ? insertSecret.run(place.tenant, place.name, value)
        : insertKey.run(place.tenant, place.subject, place.purpose, value);
    return changes === 1;
  }

  private standing(place: KeyPlace): Buffer | 'forgotten' | undefined {
    const { secret, keyOrTombstone } = this.statements;
    if ('name' in place) return bytesOf(firstColumn(secret.get(place.tenant, place.name)));
    const row = keyOrTombstone.get(place.tenant, place.subject, place.purpose) as unknown as KeyOrTombstone;
    return bytesOf(row[0]) ?? (row[1] === 1 ? 'forgotten' : undefined);
  }
}

function bytesOf(column: unknown): Buffer | undefined {
  if (!(column instanceof Uint8Array)) return undefined;
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}
