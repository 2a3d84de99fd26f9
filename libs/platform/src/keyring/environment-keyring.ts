import { type Keyring } from '@lotsennetz/kernel';
import { keyringFrom, parseRootKey } from './root-keys.js';

/**
 * Root keys from a setting, the present one first, older versions after commas.
 * @throws RangeError for anything that is no key
 */
export function environmentKeyring(setting: string): Keyring {
  const keys = setting
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map((text) => parseRootKey(text, 'LOTSENNETZ_ROOT_KEY'));
  return {
    ...keyringFrom(() => keys),
    exists: async () => Promise.resolve(true),
    create: async () => Promise.resolve(),
    renew: () =>
      Promise.reject(
        new RangeError(
          'the root key comes from LOTSENNETZ_ROOT_KEY: put a new one before the present one, with a comma between, restart, and rotate then',
        ),
      ),
  };
}
