import {
  TenantScope,
  type Change,
  type Filter,
  type Page,
  type Position,
  type Query,
  type ReadModels,
  type ViewDocument,
} from '@lotsennetz/kernel';
import type { mongo } from 'mongoose';
import { allOf, filterConditions, storedPath } from './filter-query.js';
import {
  advanceCheckpoint,
  checkpointsOf,
  commitAtOnce,
  commitInOrder,
  type Checkpoint,
  type Commit,
} from './commits.js';
import { DocumentReader } from './document-reader.js';
import { MongoConnection } from './mongo-connection.js';
import { codeOf, namespaceExists } from './outage.js';
import { pageOf, pageQuery } from './page-query.js';
import { keyOf, storedName, viewDocumentOf, writeOf, type RowDocument } from './row-document.js';

const scannedPerTurn = 500;

/**
 * Opens a service's views in a database of MongoDB, a collection each; connects with the first use. Writes are
 * acknowledged by a majority, on disk. On a replica set a commit is a transaction. A server without transactions gets the
 * rows first, each guarded by its position, and the checkpoints last: readers may see part of a commit for a moment, and
 * after a crash in between the same events are folded again, which changes nothing in the rows that were written.
 * `warn` is told once when that is so.
 *
 * Rows are ordered by texts, numbers or truth values; a row has at most some 3 million characters of JSON.
 * Every method throws Unavailable within some two seconds when no server is there.
 */
export function openMongoReadModels(
  url: string,
  database: string,
  warn: (notice: string) => void = () => undefined,
): ReadModels {
  return new MongoReadModels(new MongoConnection(url, database, warn));
}

class MongoReadModels implements ReadModels {
  /** Collections seen on the server. One that another process dropped since is noticed where nothing is found, and by commits. */
  private readonly known = new Set<string>();
  private readonly readers = new Map<string, DocumentReader<RowDocument>>();

  private readonly checkpoints: DocumentReader<Checkpoint>;

  constructor(private readonly connection: MongoConnection) {
    this.checkpoints = new DocumentReader((names) =>
      connection.use(({ database }) =>
        checkpointsOf(database)
          .find({ _id: { $in: [...names] } })
          .toArray(),
      ),
    );
  }

  async open(collection: string, indexes: readonly string[]): Promise<void> {
    const fields = [...new Set(indexes.map(storedPath))];
    await this.connection.use(async ({ database }) => {
      await database.createCollection(storedName(collection)).catch((error: unknown) => {
        if (codeOf(error) !== namespaceExists) throw error;
      });
      const keys = [
        { tenant: 1, _id: 1 } as const,
        ...fields.map((field) => ({ tenant: 1, [field]: 1, _id: 1 }) as const),
      ];
      await database.collection(storedName(collection)).createIndexes(keys.map((key) => ({ key })));
    });
    this.known.add(collection);
  }

  async get<Row>(collection: string, scope: TenantScope, id: string): Promise<ViewDocument<Row> | undefined> {
    const found = await this.readerOf(collection).read(keyOf(scope, id));
    return found && viewDocumentOf<Row>(found);
  }

  async query<Row>(collection: string, scope: TenantScope, query: Query): Promise<Page<Row>> {
    const { condition, sort, limit } = pageQuery(scope, query);
    return pageOf<Row>(
      query,
      await this.read(collection, (rows) => rows.find(condition).sort(sort).limit(limit).toArray()),
    );
  }

  async count(collection: string, scope: TenantScope, filter?: Filter): Promise<number> {
    const { tenant } = TenantScope.require(scope);
    const condition = allOf([{ tenant }, ...filterConditions(filter)]);
    return this.connection.use(async ({ database }) => {
      await this.requireOpen(database, [collection]);
      return database.collection<RowDocument>(storedName(collection)).countDocuments(condition);
    });
  }

  async commit(
    changes: readonly Change[],
    checkpoints: Readonly<Record<string, string>> = {},
  ): Promise<readonly Change[]> {
    // Everything that can fail for what it is comes before the first write.
    const commit: Commit = { writes: changes.map(writeOf), checkpoints };
    if (commit.writes.length === 0 && Object.keys(checkpoints).length === 0) return [];
    return this.connection.use(async (connected) => {
      const collections = [...new Set(commit.writes.map(({ collection }) => collection))];
      // Every time: writing to a collection that was dropped meanwhile would make it anew, without its indexes.
      for (const collection of collections) this.known.delete(collection);
      await this.requireOpen(connected.database, collections);
      const keptOut = await (connected.transactions ? commitAtOnce : commitInOrder)(connected, commit);
      return changes.filter((_, index) => keptOut.some((write) => write === commit.writes[index]));
    });
  }

  async checkpoint(name: string): Promise<string | undefined> {
    return (await this.checkpoints.read(name))?.value;
  }

  async advance(name: string, to: Position): Promise<void> {
    await this.connection.use(({ database }) => advanceCheckpoint(database, name, to));
  }

  async *scan<Row>(collection: string): AsyncIterable<ViewDocument<Row> & { readonly scope: TenantScope }> {
    const after = { tenant: '', _id: '' };
    for (;;) {
      const { tenant, _id } = after;
      const beyond = { $or: [{ tenant, _id: { $gt: _id } }, { tenant: { $gt: tenant } }] };
      const documents = await this.read(collection, (rows) =>
        rows.find(beyond).sort({ tenant: 1, _id: 1 }).limit(scannedPerTurn).toArray(),
      );
      for (const document of documents)
        yield { ...viewDocumentOf<Row>(document), scope: TenantScope.of(document.tenant) };
      const last = documents.at(-1);
      if (!last || documents.length < scannedPerTurn) return;
      Object.assign(after, { tenant: last.tenant, _id: last._id });
    }
  }

  async drop(collection: string): Promise<void> {
    this.known.delete(collection);
    await this.connection.use(async ({ database }) => {
      // The checkpoint first: it must not outlive the rows it stands for.
      await checkpointsOf(database).deleteOne({ _id: collection });
      if ((await existing(database, [collection])).length > 0) await database.dropCollection(storedName(collection));
    });
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Views and consumers ask for hundreds of rows at once. */
  private readerOf(collection: string): DocumentReader<RowDocument> {
    const known = this.readers.get(collection);
    if (known) return known;
    const reader = new DocumentReader<RowDocument>((ids) =>
      this.read(collection, (rows) => rows.find({ _id: { $in: [...ids] } }).toArray()),
    );
    this.readers.set(collection, reader);
    return reader;
  }

  private read(
    collection: string,
    find: (rows: mongo.Collection<RowDocument>) => Promise<RowDocument[]>,
  ): Promise<readonly RowDocument[]> {
    return this.connection.use(async ({ database }) => {
      const documents = await find(database.collection<RowDocument>(storedName(collection)));
      // MongoDB answers "nothing" for a collection that does not exist.
      if (documents.length === 0) await this.requireOpen(database, [collection]);
      return documents;
    });
  }

  /** @throws Error for a collection that nobody opened. */
  private async requireOpen(database: mongo.Db, collections: readonly string[]): Promise<void> {
    const unknown = collections.filter((collection) => !this.known.has(collection));
    if (unknown.length === 0) return;
    const found = await existing(database, unknown);
    for (const collection of unknown) {
      if (!found.includes(collection)) throw new Error(`the collection '${collection}' was never opened`);
      this.known.add(collection);
    }
  }
}

/** Those that are there. */
async function existing(database: mongo.Db, collections: readonly string[]): Promise<readonly string[]> {
  const listed = await database
    .listCollections({ name: { $in: collections.map(storedName) } }, { nameOnly: true })
    .map(({ name }) => name)
    .toArray();
  return collections.filter((collection) => listed.includes(storedName(collection)));
}
