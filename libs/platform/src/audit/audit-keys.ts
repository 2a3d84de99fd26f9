import { createHmac, createSecretKey } from 'node:crypto';
import type { Keyring } from '@lotsennetz/kernel';
import { auditKeysIn } from './earlier-keys.js';

/** The keys that sign audit records, one for each version of the root key, and those of records that were moved here. */
export interface AuditKeys {
  /** The version that signs what is written now. */
  readonly present: string;
  /** HMAC-SHA-256, base64url; undefined for a version that is not in the keyring. */
  mac(version: string, text: string): string | undefined;
}

/**
 * @param anchorsFolder where keys of moved records lie
 * @throws KeyringMissing
 */
export async function openAuditKeys(keyring: Keyring, anchorsFolder = ''): Promise<AuditKeys> {
  const known = await auditKeysIn(keyring, anchorsFolder);
  const keys = new Map(known.map(({ version, key }) => [version, createSecretKey(key)]));
  const [present] = keys.keys();
  if (present === undefined) throw new Error('a keyring without any version');
  return {
    present,
    mac: (version, text) => {
      const key = keys.get(version);
      return key && createHmac('sha256', key).update(text).digest('base64url');
    },
  };
}
