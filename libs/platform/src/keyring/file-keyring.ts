import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KeyringMissing, newKey, type Keyring } from '@lotsennetz/kernel';
import { createFile, replaceFile } from './durable-file.js';
import { keyringFrom, parseRootKey, rootKeyOf, type RootKey } from './root-keys.js';

const heading = `# Root key of Lotsennetz: with it and the data everything can be read, without it no name ever again.
# Back it up, with the erasure ledger beside it, apart from the data. One key a line; the first wraps, older ones open.
`;

/** Told once, when a root key was made. */
export type OnCreated = (file: string) => void;

/**
 * Root keys in a file that its owner alone reads, outside the data folder. Read anew with every use: that is once a
 * tenant and process, and a version made meanwhile is known at once.
 */
export function fileKeyring(folder: string, onCreated: OnCreated = () => undefined): Keyring {
  const file = join(folder, 'root.key');
  const read = () => rootKeysIn(file);
  const content = (keys: readonly RootKey[]) => heading + keys.map(({ key }) => `${key.toString('base64')}\n`).join('');
  return {
    ...keyringFrom(read),
    exists: async () => Promise.resolve(existsSync(file)),
    create: async () => {
      if (createFile(file, content([rootKeyOf(newKey())]))) onCreated(file);
      return Promise.resolve();
    },
    renew: async () => {
      const made = rootKeyOf(newKey());
      replaceFile(file, content([made, ...read()]));
      return Promise.resolve(made.version);
    },
  };
}

function rootKeysIn(file: string): readonly RootKey[] {
  if (!existsSync(file))
    throw new KeyringMissing(
      `the root key is missing at ${file}; put it there from its backup, or name its folder with LOTSENNETZ_KEYRING`,
    );
  if ((statSync(file).mode & 0o077) !== 0)
    throw new KeyringMissing(`${file} can be read by others than its owner; take that away first: chmod 600`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const keys = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return keys.map((line) => parseRootKey(line, file));
}
