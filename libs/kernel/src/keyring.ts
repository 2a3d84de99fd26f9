import type { DataKey } from './sealed.js';

/** A tenant's key as it is stored: only the keyring opens it. */
export interface WrappedByRoot {
  /** Which version of the root key wraps it. */
  readonly version: string;
  /** base64 */
  readonly wrapped: string;
}

/** A key derived from the root key for a use of its own, and the version it derives from. */
export interface NamedKey {
  readonly version: string;
  readonly key: DataKey;
}

/**
 * Port: the root key, outside the data folder, its backups and every store. It wraps the tenants' keys, which wrap all
 * other keys. Everything is asynchronous and names versions, so that a key-management service can stand behind it,
 * which never gives its root key away.
 */
export interface Keyring {
  /** Whether there is a root key at all. */
  exists(): Promise<boolean>;
  /** Makes the first version where there is none. @throws KeyringMissing where a root key cannot be made, only given. */
  create(): Promise<void>;
  /** The versions, the one that wraps now first. @throws KeyringMissing */
  versions(): Promise<readonly string[]>;
  /** Wraps with the present version, bound to the context. */
  wrap(key: DataKey, context: string): Promise<WrappedByRoot>;
  /** @throws KeyringMissing without that version; Error when the bytes or the context are other ones. */
  unwrap(wrapped: WrappedByRoot, context: string): Promise<DataKey>;
  /** Makes a new version, which wraps from then on; older ones stay. @throws RangeError where others make versions. */
  renew(): Promise<string>;
  /**
   * The key for a named use, such as `audit`; the same for ever for a name and version.
   * Without a version the present one, which whoever keeps what the key made has to remember.
   * @throws KeyringMissing without that version
   */
  named(name: string, version?: string): Promise<NamedKey>;
}

/** The root key that is needed is not there: nothing may be served, and no other key made in its place. */
export class KeyringMissing extends Error {
  readonly code = 'keyring-missing';
}
