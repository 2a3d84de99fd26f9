import { pause, Unavailable, type DataKey } from '@lotsennetz/kernel';
import type { mongo } from 'mongoose';
import { DocumentReader } from './document-reader.js';
import type { MongoConnection } from './mongo-connection.js';
import { codeOf, duplicateKey } from './outage.js';

/**
 * All keys of one subject, or its tombstone. One document for both: MongoDB changes a document at once, so whoever mints
 * finds the tombstone or is wiped out by it, on servers without transactions too.
 */
export interface KeyDocument {
  /** `<tenant>/<subject>` */
  readonly _id: string;
  readonly keys?: Readonly<Record<string, Uint8Array>>;
  readonly forgotten?: true;
  /** When it was buried, by the server's clock. */
  readonly at?: Date;
}

/** As long as a write waits for its majority. */
const settledWithinMs = 5_000;
const askedAgainAfterMs = 10;
const never = new AbortController().signal;

/** Keys by id and name in one collection; the first writer's stays. */
export class KeyDocuments {
  private readonly reader: DocumentReader<KeyDocument>;

  constructor(
    private readonly connection: MongoConnection,
    private readonly collection: string,
  ) {
    this.reader = new DocumentReader((ids) =>
      this.use((keys) => keys.find({ _id: { $in: [...ids] } }, read).toArray()),
    );
  }

  /** What a majority of the servers has. @throws RangeError for a name that no field can have. */
  async find(id: string, name: string): Promise<DataKey | 'forgotten' | undefined> {
    fieldOf(name);
    const found = await this.reader.read(id);
    return found && standing(found, name);
  }

  /** Puts the key there unless there is one or a tombstone already; answers what stands. */
  async settle(id: string, name: string, key: DataKey): Promise<DataKey | 'forgotten'> {
    const deadline = performance.now() + settledWithinMs;
    do {
      if (await this.insert(id, name, key)) return key;
      const found = await this.find(id, name);
      if (found) return found;
      // Another one was faster, and no majority has it yet; or it made the document for a key of another name.
      await pause(askedAgainAfterMs, never);
    } while (performance.now() < deadline);
    throw new Unavailable('another process mints the same key, and no majority of the servers has it yet');
  }

  /** Once it resolves, no key of that id exists, and none can be put there. */
  async forget(id: string): Promise<void> {
    const tombstone = {
      $set: { forgotten: true as const },
      $unset: { keys: '' as const },
      $currentDate: { at: true as const },
    };
    const bury = () => this.use((keys) => keys.updateOne({ _id: id }, tombstone, { upsert: true }));
    // Whoever makes the document at the same moment has made it by now, and documents never go.
    await ignoringDuplicate(bury(), bury);
  }

  async isForgotten(id: string): Promise<boolean> {
    return (await this.reader.read(id))?.forgotten ?? false;
  }

  /** Another key in place of the one that is expected there; answers whether it was. */
  async replace(id: string, name: string, { was, by }: { readonly was: DataKey; readonly by: DataKey }) {
    const field = fieldOf(name);
    const expected = { _id: id, forgotten: { $exists: false }, [field]: was };
    const { matchedCount } = await this.use((keys) => keys.updateOne(expected, { $set: { [field]: by } }));
    return matchedCount === 1;
  }

  /** Tombstones, with the moment they were put; those of older versions have none and come without a moment only. */
  buriedSince(since: Date | undefined): Promise<readonly KeyDocument[]> {
    const buried = since ? { forgotten: true as const, at: { $gte: since } } : { forgotten: true as const };
    return this.use((keys) => keys.find(buried, read).toArray());
  }

  /** Of one tenant or of all. */
  async *all(tenant?: string): AsyncIterable<KeyDocument> {
    const documentsPerTurn = 500;
    // '0' comes after the slash behind the tenant.
    const end = tenant === undefined ? {} : { $lt: `${tenant}0` };
    let after: KeyDocument | undefined = { _id: tenant === undefined ? '' : `${tenant}/` };
    while (after) {
      const beyond = { _id: { $gt: after._id, ...end } };
      const documents: KeyDocument[] = await this.use((keys) =>
        keys.find(beyond, read).sort({ _id: 1 }).limit(documentsPerTurn).toArray(),
      );
      yield* documents;
      after = documents.length < documentsPerTurn ? undefined : documents.at(-1);
    }
  }

  private async insert(id: string, name: string, key: DataKey): Promise<boolean> {
    const field = fieldOf(name);
    const free = { _id: id, forgotten: { $exists: false }, [field]: { $exists: false } };
    const put = this.use(async (keys) => {
      const { matchedCount, upsertedCount } = await keys.updateOne(free, { $set: { [field]: key } }, { upsert: true });
      return matchedCount + upsertedCount === 1;
    });
    return ignoringDuplicate(put, () => Promise.resolve(false));
  }

  private use<Result>(work: (keys: mongo.Collection<KeyDocument>) => Promise<Result>): Promise<Result> {
    return this.connection.use(({ database }) => work(database.collection<KeyDocument>(this.collection)));
  }
}

/** Names come from key files too: none may reach MongoDB as a path or an operator. */
function fieldOf(name: string): string {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new RangeError(`not the name of a key: ${name}`);
  return `keys.${name}`;
}

const read = { promoteBuffers: true } as const;

/** What a document says of the key of that name. */
export function standing({ keys, forgotten }: KeyDocument, name: string): DataKey | 'forgotten' | undefined {
  if (forgotten) return 'forgotten';
  const key = keys?.[name];
  // A copy: it was part of the whole answer.
  return key && Buffer.from(key);
}

async function ignoringDuplicate<Result>(work: Promise<Result>, otherwise: () => Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === duplicateKey) return otherwise();
    throw error;
  }
}
