import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyringMissing, type Keyring, type NamedKey, type WrappedByRoot } from '@lotsennetz/kernel';
import { replaceFile } from '../keyring/durable-file.js';

/** Each wrapped by the root key here, so that the file alone opens and signs nothing. */
interface EarlierKey {
  readonly version: string;
  readonly wrapped: WrappedByRoot;
}

/**
 * Every key that signs audit records or has signed some that lie here, the present one first; without those whose root
 * key is gone: what they have signed can no longer be checked, which must stop no other record.
 * @throws KeyringMissing
 */
export async function auditKeysIn(keyring: Keyring, anchorsFolder: string): Promise<readonly NamedKey[]> {
  const versions = await keyring.versions();
  const own = await Promise.all(versions.map((version) => keyring.named('audit', version)));
  const stored = storedIn(anchorsFolder).filter(({ version }) => !versions.includes(version));
  const earlier = await Promise.all(stored.map((each) => opened(keyring, each)));
  return [...own, ...earlier.filter((key) => key !== undefined)];
}

/** Keeps keys of a platform whose records come here, beside the anchors, outside the data folder. May be repeated. */
export async function keepEarlierKeys(
  keyring: Keyring,
  anchorsFolder: string,
  keys: readonly NamedKey[],
): Promise<void> {
  const known = new Set((await auditKeysIn(keyring, anchorsFolder)).map(({ version }) => version));
  await store(
    keyring,
    anchorsFolder,
    keys.filter(({ version }) => !known.has(version)),
  );
}

/**
 * Wraps them by the present root key, and the keys of older root keys with them, so that those may be deleted and the
 * records of their time are checked as before. May be repeated.
 * @throws KeyringMissing
 */
export async function rewrapEarlierKeys(keyring: Keyring, anchorsFolder: string): Promise<void> {
  const [, ...earlier] = await auditKeysIn(keyring, anchorsFolder);
  await store(keyring, anchorsFolder, earlier);
}

async function opened(keyring: Keyring, { version, wrapped }: EarlierKey): Promise<NamedKey | undefined> {
  try {
    return { version, key: await keyring.unwrap(wrapped, contextOf(version)) };
  } catch (error) {
    if (error instanceof KeyringMissing) return undefined;
    throw error;
  }
}

/** In place of those of the same version; others stay, since their root key may come back. */
async function store(keyring: Keyring, anchorsFolder: string, keys: readonly NamedKey[]): Promise<void> {
  if (keys.length === 0) return;
  const replaced = new Set(keys.map(({ version }) => version));
  const kept = storedIn(anchorsFolder).filter(({ version }) => !replaced.has(version));
  for (const { version, key } of keys) kept.push({ version, wrapped: await keyring.wrap(key, contextOf(version)) });
  replaceFile(fileIn(anchorsFolder), kept.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

function storedIn(anchorsFolder: string): readonly EarlierKey[] {
  const file = fileIn(anchorsFolder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as EarlierKey);
}

function fileIn(anchorsFolder: string): string {
  return join(anchorsFolder, 'earlier-keys.ndjson');
}

function contextOf(version: string): string {
  return `audit key ${version}`;
}
