import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Keyring } from '@lotsennetz/kernel';

/** The keys that sign audit records, one for each version of the root key. */
export interface AuditKeys {
  /** The version that signs what is written now. */
  readonly present: string;
  /** HMAC-SHA-256, base64url; undefined for a version that is not in the keyring. */
  mac(version: string, text: string): string | undefined;
}

/** @throws KeyringMissing */
export async function openAuditKeys(keyring: Keyring): Promise<AuditKeys> {
  const keys = new Map<string, KeyObject>();
  for (const version of await keyring.versions())
    keys.set(version, createSecretKey((await keyring.named('audit', version)).key));
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
