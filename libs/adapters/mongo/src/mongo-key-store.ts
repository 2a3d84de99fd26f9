import {
  TenantScope,
  type Forgettings,
  type KeyPlace,
  type KeyReplacement,
  type KeyStore,
  type Purpose,
  type StoredKey,
  type Subject,
  type TenantId,
} from '@lotsennetz/kernel';
import { KeyDocuments, standing, type KeyDocument } from './key-documents.js';
import { MongoConnection } from './mongo-connection.js';
import { keyOf } from './row-document.js';
import { TombstoneWatch } from './tombstone-watch.js';

/** The one key in the document of a secret. */
const secretKey = 'secret';
const writesAtOnce = 50;

/**
 * Opens a key store in a database of MongoDB that all services and nodes share; connects with the first use. Keys and
 * tombstones are acknowledged by a majority, on disk. Nothing is cached: what any process has forgotten is found by no
 * look-up that begins afterwards. Only a primary that does not know yet that it was voted out can answer from before,
 * for the ten seconds of an election at most; whatever is sealed with such a key is as lost as the key.
 *
 * Needs no transactions. Every method throws Unavailable: within some two seconds when no server is there, within five
 * without a majority.
 */
export function openMongoKeyStore(url: string, database: string): KeyStore {
  return new MongoKeyStore(new MongoConnection(url, database, () => undefined));
}

class MongoKeyStore implements KeyStore {
  private readonly people: KeyDocuments;
  private readonly secrets: KeyDocuments;
  private readonly watch: TombstoneWatch;

  constructor(private readonly connection: MongoConnection) {
    this.people = new KeyDocuments(connection, 'people');
    this.secrets = new KeyDocuments(connection, 'secrets');
    this.watch = new TombstoneWatch((since) => this.people.buriedSince(since));
  }

  async survey(): Promise<{ readonly mayHoldClear: boolean; readonly holdsWrapped: boolean }> {
    const marked = await this.connection.use(({ database }) =>
      database.collection<{ _id: string }>('format').findOne({ _id: wrappedOnly }),
    );
    let holdsWrapped = false;
    for await (const { stored } of this.storedSecrets()) holdsWrapped ||= stored.length !== clearBytes;
    return { mayHoldClear: marked === null, holdsWrapped };
  }

  async find(place: KeyPlace): Promise<Buffer | 'forgotten' | undefined> {
    return this.documentsOf(place).find(idOf(place), fieldOf(place));
  }

  async settle(place: KeyPlace, value: Buffer): Promise<Buffer | 'forgotten'> {
    return this.documentsOf(place).settle(idOf(place), fieldOf(place), value);
  }

  async replace(changes: readonly KeyReplacement[]): Promise<number> {
    let replaced = 0;
    await inTurns(changes, async ({ place, was, by }) => {
      if (await this.documentsOf(place).replace(idOf(place), fieldOf(place), { was, by })) replaced += 1;
    });
    return replaced;
  }

  async forget(subjects: readonly Subject[]): Promise<void> {
    await inTurns(subjects, (subject) => this.people.forget(idOf(subject)));
    this.watch.learn(subjects);
  }

  async isForgotten(subject: Subject): Promise<boolean> {
    return this.people.isForgotten(idOf(subject));
  }

  async *tombstones(): AsyncIterable<Subject> {
    for await (const document of this.people.all()) if (document.forgotten) yield subjectOf(document);
  }

  async *stored(tenant?: TenantId): AsyncIterable<StoredKey> {
    for await (const document of this.people.all(tenant))
      for (const [purpose, key] of Object.entries(document.keys ?? {}))
        yield { place: { ...subjectOf(document), purpose: purpose as Purpose }, stored: Buffer.from(key) };
    yield* this.storedSecrets(tenant);
  }

  async *secretsNamed(name: string): AsyncIterable<StoredKey> {
    for await (const each of this.storedSecrets()) if ('name' in each.place && each.place.name === name) yield each;
  }

  /** MongoDB overwrites no file: its journal and oplog hold what was replaced until they roll over. */
  async scrub(): Promise<void> {
    await this.connection.use(({ database }) =>
      database.collection<{ _id: string }>('format').updateOne({ _id: wrappedOnly }, { $set: {} }, { upsert: true }),
    );
  }

  /** Other processes forget too, and nothing tells of it at once: so nothing is cached. */
  generation(): undefined {
    return undefined;
  }

  forgottenSince(mark?: number): Forgettings {
    return this.watch.since(mark);
  }

  async close(): Promise<void> {
    await this.watch.close();
    await this.connection.close();
  }

  private async *storedSecrets(tenant?: TenantId): AsyncIterable<StoredKey> {
    for await (const document of this.secrets.all(tenant)) {
      const { tenant: of, subject: name } = subjectOf(document);
      const stored = standing(document, secretKey);
      if (stored instanceof Buffer) yield { place: { tenant: of, name }, stored };
    }
  }

  private documentsOf(place: KeyPlace): KeyDocuments {
    return 'name' in place ? this.secrets : this.people;
  }
}

/** The mark of a database in which nothing is left that was stored in clear. */
const wrappedOnly = 'wrapped-only';
const clearBytes = 32;

function idOf(place: Subject | KeyPlace): string {
  return keyOf(TenantScope.of(place.tenant), 'name' in place ? place.name : place.subject);
}

function fieldOf(place: KeyPlace): string {
  return 'name' in place ? secretKey : place.purpose;
}

/** The id in its parts: a tenant's id has no slash. */
function subjectOf({ _id }: KeyDocument): Subject {
  const slash = _id.indexOf('/');
  return { tenant: TenantScope.of(_id.slice(0, slash)).tenant, subject: _id.slice(slash + 1) };
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let done = 0; done < items.length; done += writesAtOnce)
    await Promise.all(items.slice(done, done + writesAtOnce).map(work));
}
