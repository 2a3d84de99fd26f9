import { canonical, InvalidCursor, TenantScope } from '@lotsennetz/kernel';
import type { Change, Filter, Page, Position, Query, ReadModels, ViewDocument } from '@lotsennetz/kernel';
import { compareValues, fieldAt, matches } from './memory-filter.js';

interface Stored {
  readonly tenant: string;
  readonly id: string;
  readonly position: Position;
  readonly json: string;
}

/** What outlives the read models: rows as JSON. */
export class MemoryTables {
  readonly collections = new Map<string, Map<string, Stored>>();
  readonly checkpoints = new Map<string, string>();
}

/** Read models in memory: no index, the same answers. */
export class MemoryReadModels implements ReadModels {
  constructor(private readonly tables = new MemoryTables()) {}

  open(collection: string): Promise<void> {
    const { collections } = this.tables;
    collections.set(collection, collections.get(collection) ?? new Map<string, Stored>());
    return Promise.resolve();
  }

  get<Row>(collection: string, scope: TenantScope, id: string): Promise<ViewDocument<Row> | undefined> {
    return attempt(() => {
      const stored = this.table(collection).get(keyOf(scope, id));
      return stored && documentOf<Row>(stored);
    });
  }

  query<Row>(collection: string, scope: TenantScope, query: Query): Promise<Page<Row>> {
    return attempt(() => {
      if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 1000)
        throw new RangeError('a page has 1 to 1000 rows');
      const after = query.cursor === undefined ? undefined : decodeCursor(query, query.cursor);
      const sorted = this.rowsOf<Row>(collection, scope, query.filter)
        .filter((document) => !after || compare(query, placeOf(query, document), after) > 0)
        .sort((a, b) => compare(query, placeOf(query, a), placeOf(query, b)));
      const items = sorted.slice(0, query.limit);
      const last = sorted.length > items.length ? items.at(-1) : undefined;
      return last ? { items, next: encodeCursor(query, placeOf(query, last)) } : { items };
    });
  }

  count(collection: string, scope: TenantScope, filter?: Filter): Promise<number> {
    return attempt(() => this.rowsOf(collection, scope, filter).length);
  }

  commit(changes: readonly Change[], checkpoints: Readonly<Record<string, string>> = {}): Promise<readonly Change[]> {
    return attempt(() => {
      // Everything that can fail comes before the first write: all or nothing.
      const writes = changes.map((change) => ({ change, write: this.writeOf(change) }));
      const keptOut = writes.filter(({ write }) => !write()).map(({ change }) => change);
      for (const [name, value] of Object.entries(checkpoints)) this.tables.checkpoints.set(name, value);
      return keptOut.filter(({ row }) => row !== null);
    });
  }

  /** What it does answers whether the guard let it through. */
  private writeOf({ collection, scope, id, row, position }: Change): () => boolean {
    const table = this.table(collection);
    const key = keyOf(scope, id);
    const json = JSON.stringify(row);
    return () => {
      const stored = table.get(key);
      if (stored && position !== undefined && stored.position >= position) return false;
      if (row === null) table.delete(key);
      else table.set(key, { tenant: scope.tenant, id, position: position ?? ('' as Position), json });
      return true;
    };
  }

  checkpoint(name: string): Promise<string | undefined> {
    return Promise.resolve(this.tables.checkpoints.get(name));
  }

  advance(name: string, to: Position): Promise<void> {
    if (to > (this.tables.checkpoints.get(name) ?? '')) this.tables.checkpoints.set(name, to);
    return Promise.resolve();
  }

  async *scan<Row>(collection: string): AsyncIterable<ViewDocument<Row> & { readonly scope: TenantScope }> {
    const rows = await attempt(() => [...this.table(collection).values()]);
    rows.sort((a, b) => compareValues(a.tenant, b.tenant) || compareValues(a.id, b.id));
    for (const stored of rows) yield { ...documentOf<Row>(stored), scope: TenantScope.of(stored.tenant) };
  }

  drop(collection: string): Promise<void> {
    this.tables.collections.delete(collection);
    this.tables.checkpoints.delete(collection);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private rowsOf<Row>(collection: string, scope: TenantScope, filter: Filter = {}): ViewDocument<Row>[] {
    const { tenant } = TenantScope.require(scope);
    const ofTenant = [...this.table(collection).values()].filter((stored) => stored.tenant === tenant);
    return ofTenant.map((stored) => documentOf<Row>(stored)).filter(({ row }) => matches(row, filter));
  }

  private table(collection: string): Map<string, Stored> {
    const table = this.tables.collections.get(collection);
    if (!table) throw new Error(`the collection '${collection}' was never opened`);
    return table;
  }
}

function attempt<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(work()));
}

function documentOf<Row>({ id, position, json }: Stored): ViewDocument<Row> {
  return { id, row: JSON.parse(json) as Row, position };
}

function keyOf(scope: TenantScope, id: string): string {
  return `${TenantScope.require(scope).tenant}/${id}`;
}

type Place = readonly [value: unknown, id: string];

function placeOf({ orderBy }: Query, { row, id }: ViewDocument<unknown>): Place {
  return [orderBy === undefined ? null : (fieldAt(row, orderBy) ?? null), id];
}

function compare({ descending }: Query, a: Place, b: Place): number {
  const order = compareValues(a[0], b[0]) || compareValues(a[1], b[1]);
  return descending ? -order : order;
}

/** Readable on purpose: the cursor says what it is for. */
function encodeCursor(query: Query, place: Place): string {
  return JSON.stringify([purposeOf(query), ...place]);
}

function decodeCursor(query: Query, cursor: string): Place {
  const [purpose, value, id] = parsed(cursor);
  if (purpose !== purposeOf(query) || typeof id !== 'string') throw new InvalidCursor();
  return [value, id];
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(cursor);
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

function purposeOf({ filter = {}, orderBy, descending = false }: Query): string {
  return JSON.stringify([canonical(filter), orderBy ?? null, descending]);
}
