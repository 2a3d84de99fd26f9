import type { KeyRecord, KeyVault } from '@lotsennetz/kernel';
import { readLines, writeLines, type LinesFile } from './lines-file.js';

export const keyFileName = 'keys.ndjson.gz';
const atOnce = 1_000;

/** Writes every key, secret and tombstone, in clear: whoever has this file and the histories can read everything. */
export function writeKeys(path: string, keys: KeyVault): Promise<LinesFile> {
  const lines = async function* () {
    for await (const record of keys.records()) yield lineOf(record);
  };
  return writeLines(path, lines());
}

/** The records of a key file. */
export async function* readKeys(path: string): AsyncIterable<KeyRecord> {
  for await (const line of readLines<Line>(path)) yield recordOf(line);
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

type Line = Readonly<Record<string, unknown>>;

function lineOf(record: KeyRecord): Line {
  if ('key' in record) return { ...record, key: record.key.toString('base64') };
  return 'secret' in record ? { ...record, secret: record.secret.toString('base64') } : record;
}

function recordOf({ key, secret, ...rest }: Line): KeyRecord {
  const bytes = (text: unknown) => Buffer.from(text as string, 'base64');
  const value = key === undefined ? (secret === undefined ? {} : { secret: bytes(secret) }) : { key: bytes(key) };
  return { ...rest, ...value } as KeyRecord;
}
