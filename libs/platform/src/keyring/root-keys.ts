import { createHmac, hkdfSync } from 'node:crypto';
import {
  keyBytes,
  KeyringMissing,
  unwrapKey,
  wrapKey,
  type DataKey,
  type Keyring,
  type NamedKey,
  type WrappedByRoot,
} from '@lotsennetz/kernel';

/** A root key and the name that follows from it: another key can never pass for it. */
export interface RootKey {
  readonly version: string;
  readonly key: DataKey;
}

/** A root key with its version. */
export function rootKeyOf(key: DataKey): RootKey {
  const version = createHmac('sha256', key).update('lotsennetz root key version').digest('hex').slice(0, 16);
  return { version, key };
}

/** @throws RangeError, without the text, unless it is 32 bytes as base64. */
export function parseRootKey(text: string, source: string): RootKey {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes || key.toString('base64') !== text)
    throw new RangeError(`${source} must hold keys of 32 bytes as base64, such as 'openssl rand -base64 32' prints`);
  return rootKeyOf(key);
}

/** What every keyring with the root keys at hand does; `read` answers them newest first, or says that there are none. */
export function keyringFrom(read: () => readonly RootKey[]): Pick<Keyring, 'versions' | 'wrap' | 'unwrap' | 'named'> {
  const present = () => rootKeyIn(read());
  return {
    versions: async () => Promise.resolve(read().map(({ version }) => version)),
    wrap: async (key, context) => {
      const root = present();
      const wrapped = wrapKey(root.key, key, context).toString('base64');
      return Promise.resolve({ version: root.version, wrapped } satisfies WrappedByRoot);
    },
    unwrap: async ({ version, wrapped }, context) =>
      Promise.resolve(unwrapKey(rootKeyIn(read(), version).key, Buffer.from(wrapped, 'base64'), context)),
    named: async (name, version) => {
      const root = rootKeyIn(read(), version);
      const key = Buffer.from(hkdfSync('sha256', root.key, '', `lotsennetz ${name}`, keyBytes));
      return Promise.resolve({ version: root.version, key } satisfies NamedKey);
    },
  };
}

function rootKeyIn(keys: readonly RootKey[], version?: string): RootKey {
  const found = version === undefined ? keys[0] : keys.find((each) => each.version === version);
  if (!found)
    throw new KeyringMissing(
      `the root key ${version ?? ''} is needed, but the keyring has ${keys.map((each) => each.version).join(', ') || 'none'}; ` +
        'give the root key that belongs to this data (LOTSENNETZ_KEYRING or LOTSENNETZ_ROOT_KEY)',
    );
  return found;
}
