import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyring, NamedKey, WrappedByRoot } from '@lotsennetz/kernel';
import { replaceFile } from '../keyring/durable-file.js';

/** Each wrapped by the root key here, so that the file alone opens and signs nothing. */
interface EarlierKey {
  readonly version: string;
  readonly wrapped: WrappedByRoot;
}

/** Every key that signs audit records or has signed some that lie here, the present one first. @throws KeyringMissing */
export async function auditKeysIn(keyring: Keyring, anchorsFolder: string): Promise<readonly NamedKey[]> {
  const versions = await keyring.versions();
  const own = await Promise.all(versions.map((version) => keyring.named('audit', version)));
  const earlier = await Promise.all(
    storedIn(anchorsFolder).map(async ({ version, wrapped }) => ({
      version,
      key: await keyring.unwrap(wrapped, contextOf(version)),
    })),
  );
  return [...own, ...earlier];
}

/** Keeps keys of a platform whose records come here, beside the anchors, outside the data folder. May be repeated. */
export async function keepEarlierKeys(
  keyring: Keyring,
  anchorsFolder: string,
  keys: readonly NamedKey[],
): Promise<void> {
  const known = new Set((await auditKeysIn(keyring, anchorsFolder)).map(({ version }) => version));
  const missing = keys.filter(({ version }) => !known.has(version));
  if (missing.length === 0) return;
  const kept: EarlierKey[] = [...storedIn(anchorsFolder)];
  for (const { version, key } of missing) kept.push({ version, wrapped: await keyring.wrap(key, contextOf(version)) });
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
