import { join } from 'node:path';
import type { Keyring } from '@lotsennetz/kernel';
import type { Config } from '../config.js';
import { environmentKeyring } from './environment-keyring.js';
import { fileKeyring, type OnCreated } from './file-keyring.js';

/** The configured root key. @throws RangeError for a setting that is no key. */
export function openKeyring({ rootKey, keyring }: Config, onCreated?: OnCreated): Keyring {
  return rootKey === '' ? fileKeyring(keyring, onCreated) : environmentKeyring(rootKey);
}

/** Where audit records anchor their heads: beside the root key, outside the data folder. */
export function anchorsFolder({ keyring }: Config): string {
  return join(keyring, 'audit');
}
