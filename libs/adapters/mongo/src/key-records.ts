import { KeyConflict, TenantScope, type DataKey, type KeyRecord, type Purpose } from '@lotsennetz/kernel';
import { standing, type KeyDocument, type KeyDocuments } from './key-documents.js';
import { keyOf } from './row-document.js';

/** The collections of a key store. */
export interface KeyCollections {
  readonly people: KeyDocuments;
  readonly secrets: KeyDocuments;
}

/** The one key in the document of a secret. */
export const secretKey = 'secret';

/** One key of a record, and where it belongs. */
interface Placed {
  readonly record: KeyRecord;
  readonly documents: KeyDocuments;
  readonly id: string;
  readonly name: string;
  readonly key: DataKey;
}

const writesAtOnce = 50;

/** All that the key store holds. */
export async function* keyRecords({ people, secrets }: KeyCollections): AsyncIterable<KeyRecord> {
  for await (const document of people.all()) {
    const { tenant, rest: subject } = placeOf(document);
    if (document.forgotten) yield { tenant, subject, forgotten: true };
    for (const [purpose, key] of Object.entries(document.keys ?? {}))
      yield { tenant, subject, purpose: purpose as Purpose, key: Buffer.from(key) };
  }
  for await (const document of secrets.all()) {
    const { tenant, rest: name } = placeOf(document);
    const secret = standing(document, secretKey);
    if (secret instanceof Buffer) yield { tenant, name, secret };
  }
}

/** Tombstones first, then keys and secrets. @throws KeyConflict before anything is written, as far as it can be known. */
export async function adoptRecords(collections: KeyCollections, records: readonly KeyRecord[]): Promise<void> {
  const { people } = collections;
  const forgotten = new Set(records.flatMap((record) => ('forgotten' in record ? [idOf(record)] : [])));
  const placed = records
    .flatMap((record) => place(collections, record))
    .filter(({ documents, id }) => documents !== people || !forgotten.has(id));
  refuseConflictsWithin(placed);
  await inTurns(placed, async ({ documents, id, name, ...wanted }) => {
    refuseOther(wanted, await documents.find(id, name));
  });
  await inTurns([...forgotten], (id) => people.forget(id));
  await inTurns(placed, async ({ documents, id, name, ...wanted }) => {
    refuseOther(wanted, await documents.settle(id, name, wanted.key));
  });
}

function place({ people, secrets }: KeyCollections, record: KeyRecord): readonly Placed[] {
  const id = idOf(record);
  if ('forgotten' in record) return [];
  if ('secret' in record) return [{ record, documents: secrets, id, name: secretKey, key: record.secret }];
  return [{ record, documents: people, id, name: record.purpose, key: record.key }];
}

function refuseConflictsWithin(placed: readonly Placed[]): void {
  const seen = new Map<string, DataKey>();
  for (const { id, name, ...wanted } of placed) {
    const place = `${name} ${id}`;
    refuseOther(wanted, seen.get(place));
    seen.set(place, wanted.key);
  }
}

/** @throws KeyConflict when another key stands there. */
function refuseOther(wanted: Pick<Placed, 'record' | 'key'>, stands: DataKey | 'forgotten' | undefined): void {
  if (stands instanceof Buffer && !stands.equals(wanted.key)) throw new KeyConflict(wanted.record);
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let done = 0; done < items.length; done += writesAtOnce)
    await Promise.all(items.slice(done, done + writesAtOnce).map(work));
}

function idOf(record: KeyRecord): string {
  return keyOf(TenantScope.of(record.tenant), 'secret' in record ? record.name : record.subject);
}

/** The id in its parts: a tenant's id has no slash. */
function placeOf({ _id }: KeyDocument) {
  const slash = _id.indexOf('/');
  return { tenant: TenantScope.of(_id.slice(0, slash)).tenant, rest: _id.slice(slash + 1) };
}
