import {
  openStored,
  type EnvelopeKeys,
  type KeyPlace,
  type KeyRecord,
  type Keyring,
  type KeyVault,
  type StoredKey,
  type Subject,
} from '@lotsennetz/kernel';
import { readLines, writeLines, type LinesFile } from './lines-file.js';

export const keyFileName = 'keys.ndjson.gz';
const atOnce = 1_000;

type Tombstone = Subject & { readonly forgotten: true };
/** A key as it is stored, base64; older backups have the key itself, in `key` or `secret`. */
type KeyLine = KeyPlace & { readonly wrapped?: string; readonly key?: string; readonly secret?: string };

/** Writes every key and secret as it is stored, wrapped, and every tombstone: without the root key it opens nothing. */
export function writeKeys(path: string, keys: EnvelopeKeys): Promise<LinesFile> {
  const lines = async function* () {
    for await (const { place, stored } of keys.wrapped())
      yield { ...place, wrapped: stored.toString('base64') } satisfies KeyLine;
    // Last: somebody forgotten meanwhile is there with key and tombstone, and the tombstone wins.
    for await (const subject of keys.forgotten()) yield { ...subject, forgotten: true } satisfies Tombstone;
  };
  return writeLines(path, lines());
}

/** The records of a key file. @throws KeyringMissing without the root key that wrapped them */
export async function* readKeys(path: string, keyring: Keyring): AsyncIterable<KeyRecord> {
  yield* openStored(keyring, () => storedIn(path));
  for await (const subject of forgottenIn(path)) yield { ...subject, forgotten: true };
}

/** Who was forgotten, as a key file knows it. */
export async function* forgottenIn(path: string): AsyncIterable<Subject> {
  for await (const line of readLines<KeyLine | Tombstone>(path))
    if ('forgotten' in line) yield { tenant: line.tenant, subject: line.subject };
}

async function* storedIn(path: string): AsyncIterable<StoredKey> {
  for await (const line of readLines<KeyLine | Tombstone>(path)) {
    if ('forgotten' in line) continue;
    const { wrapped, key, secret, ...place } = line;
    yield { place: place, stored: Buffer.from(wrapped ?? key ?? secret ?? '', 'base64') };
  }
}

/** May be repeated. @throws KeyConflict */
export async function adoptKeys(keys: KeyVault, records: AsyncIterable<KeyRecord>): Promise<void> {
  let waiting: KeyRecord[] = [];
  for await (const record of records) {
    if (waiting.push(record) < atOnce) continue;
    await keys.adopt(waiting);
    waiting = [];
  }
  await keys.adopt(waiting);
}
