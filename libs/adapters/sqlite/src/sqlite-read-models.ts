import type { DatabaseSync } from 'node:sqlite';
import {
  encodeCursor,
  TenantScope,
  type Change,
  type Filter,
  type Page,
  type Position,
  type Query,
  type ReadModels,
  type ViewDocument,
} from '@lotsennetz/kernel';
import { firstColumn, guarded, openDatabase, type Durability } from './database.js';
import {
  advanceSql,
  checkpointSql,
  documentOf,
  identifier,
  tableOf,
  writeSql,
  type DocumentRow,
} from './document-sql.js';
import { fieldSql, filterSql, type Sql } from './filter-sql.js';
import { nextTurn } from './next-turn.js';
import { querySql } from './query-sql.js';
import { StatementCache } from './statement-cache.js';

const schema = `
  CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`;

const scannedPerTurn = 500;

/**
 * Opens a service's views in one file: a table of JSON documents for each collection.
 * `synchronous = NORMAL`: a power cut may take the last commits, but whole ones and in order, so no checkpoint
 * outlives its rows. Views are then folded again from the history; consumer progress and the relay's checkpoint,
 * which lie here too, go back a little and events are delivered once more, which their readers allow for.
 * Documents that no history stands behind are opened with `full`.
 * @throws Unavailable
 */
export function openSqliteReadModels(file: string, durability: Durability = 'normal'): ReadModels {
  return new SqliteReadModels(openDatabase(file, durability, schema));
}

class SqliteReadModels implements ReadModels {
  private readonly statements: StatementCache;

  constructor(private readonly db: DatabaseSync) {
    this.statements = new StatementCache(db);
  }

  open(collection: string, indexes: readonly string[]): Promise<void> {
    const table = tableOf(collection);
    const statements = indexes.map((path) => {
      const name = identifier(`by ${path} in ${collection}`);
      return `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (tenant, ${fieldSql(path)}, id)`;
    });
    return this.transaction(() => {
      this.db.exec(
        `CREATE TABLE IF NOT EXISTS ${table} (
           tenant TEXT NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, document TEXT NOT NULL,
           PRIMARY KEY (tenant, id)
         ) STRICT`,
      );
      for (const statement of statements) this.db.exec(statement);
    });
  }

  async get<Of>(collection: string, scope: TenantScope, id: string): Promise<ViewDocument<Of> | undefined> {
    const text = `SELECT id, position, document FROM ${tableOf(collection)} WHERE tenant = ? AND id = ?`;
    const [row] = await this.all({ text, values: [TenantScope.require(scope).tenant, id] });
    return row && documentOf<Of>(row);
  }

  async query<Of>(collection: string, scope: TenantScope, query: Query): Promise<Page<Of>> {
    const { limit } = query;
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('a page has 1 to 1000 rows');
    const rows = await this.all<readonly [string, string, string, string | number | null]>(
      querySql(tableOf(collection), TenantScope.require(scope).tenant, query),
    );
    const items = rows.slice(0, limit).map((row) => documentOf<Of>(row));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return last ? { items, next: encodeCursor(query, { value: last[3], id: last[0] }) } : { items };
  }

  async count(collection: string, scope: TenantScope, filter?: Filter): Promise<number> {
    const { text, values } = filterSql(filter);
    const sql = `SELECT count(*) FROM ${tableOf(collection)} WHERE tenant = ? AND ${text}`;
    const [row] = await this.all({ text: sql, values: [TenantScope.require(scope).tenant, ...values] });
    return firstColumn(row) as number;
  }

  async commit(
    changes: readonly Change[],
    checkpoints: Readonly<Record<string, string>> = {},
  ): Promise<readonly Change[]> {
    // Made to text first, outside the write transaction.
    const rows = changes.map(writeSql);
    const others = Object.entries(checkpoints).map(checkpointSql);
    if (rows.length + others.length === 0) return [];
    return this.transaction(() => {
      const written = rows.map((row) => this.run(row));
      for (const other of others) this.run(other);
      return changes.filter(({ row }, index) => row !== null && written[index] === 0);
    });
  }

  async checkpoint(name: string): Promise<string | undefined> {
    const [row] = await this.all({ text: 'SELECT value FROM checkpoints WHERE name = ?', values: [name] });
    return firstColumn(row) as string | undefined;
  }

  async advance(name: string, to: Position): Promise<void> {
    await this.transaction(() => this.run(advanceSql(name, to)));
  }

  async *scan<Of>(collection: string): AsyncIterable<ViewDocument<Of> & { readonly scope: TenantScope }> {
    const text = `SELECT id, position, document, tenant FROM ${tableOf(collection)}
      WHERE (tenant, id) > (?, ?) ORDER BY tenant, id LIMIT ${scannedPerTurn}`;
    for (let after: readonly [string, string] | undefined = ['', '']; after;) {
      const rows: readonly (readonly [string, string, string, string])[] = await this.all({ text, values: after });
      for (const row of rows) yield { ...documentOf<Of>(row), scope: TenantScope.of(row[3]) };
      const last = rows.length === scannedPerTurn ? rows.at(-1) : undefined;
      after = last && [last[3], last[0]];
      await nextTurn();
    }
  }

  drop(collection: string): Promise<void> {
    return this.transaction(() => {
      this.db.exec(`DROP TABLE IF EXISTS ${tableOf(collection)}`);
      this.db.prepare('DELETE FROM checkpoints WHERE name = ?').run(collection);
    });
  }

  close(): Promise<void> {
    this.db.close();
    return Promise.resolve();
  }

  private all<Of extends readonly unknown[] = DocumentRow>({ text, values }: Sql): Promise<readonly Of[]> {
    return attempt(() => this.statements.of(text).all(...values) as unknown as readonly Of[]);
  }

  /** How many rows it changed. */
  private run({ text, values }: Sql): number {
    return Number(this.statements.of(text).run(...values).changes);
  }

  private transaction<Result>(statements: () => Result): Promise<Result> {
    return attempt(() => {
      this.statements.of('BEGIN IMMEDIATE').run();
      try {
        const result = statements();
        this.statements.of('COMMIT').run();
        return result;
      } catch (error) {
        if (this.db.isTransaction) this.db.exec('ROLLBACK');
        throw error;
      }
    });
  }
}

/** Runs statements; what they throw rejects. */
function attempt<Result>(statements: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(guarded(statements)));
}
