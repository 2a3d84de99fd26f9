import type { Keyring, WrappedByRoot } from '../keyring.js';
import type { TenantId } from '../tenant-scope.js';
import { newKey } from '../wrapping.js';
import type { TenantKey } from './stored-key.js';

/** Under which name a tenant's ring lies among its secrets. */
export const ringName = 'tenant-key';

/** The versions of a tenant's key as they are stored, the present one last. */
export interface StoredRing {
  /** A rotation has begun and has not reached every key. */
  readonly rotating?: true;
  readonly versions: readonly (WrappedByRoot & { readonly number: number })[];
}

/** The same, opened. */
export interface TenantRing {
  readonly rotating: boolean;
  /** What wraps now. */
  readonly present: TenantKey;
  /** By number. */
  readonly keys: ReadonlyMap<number, TenantKey>;
}

export function writeRing(ring: StoredRing): Buffer {
  return Buffer.from(JSON.stringify(ring));
}

export function readRing(stored: Buffer): StoredRing {
  return JSON.parse(stored.toString('utf8')) as StoredRing;
}

/** A ring with one more version, which wraps from then on. */
export async function withNewKey(keyring: Keyring, tenant: TenantId, before?: StoredRing): Promise<StoredRing> {
  const versions = before?.versions ?? [];
  const number = (versions.at(-1)?.number ?? 0) + 1;
  return { versions: [...versions, await wrapped(keyring, tenant, { number, key: newKey() })] };
}

/** The same keys under the present root key. */
export async function underPresentRoot(keyring: Keyring, tenant: TenantId, ring: StoredRing): Promise<StoredRing> {
  const { keys } = await openRing(keyring, tenant, ring);
  return { ...ring, versions: await Promise.all(Array.from(keys.values(), (each) => wrapped(keyring, tenant, each))) };
}

/** @throws KeyringMissing without the root key that wraps it. */
export async function openRing(keyring: Keyring, tenant: TenantId, ring: StoredRing): Promise<TenantRing> {
  const opened = await Promise.all(
    ring.versions.map(async ({ number, ...version }) => ({
      number,
      key: await keyring.unwrap(version, contextOf(tenant, number)),
    })),
  );
  const present = opened.at(-1);
  if (!present) throw new Error(`the tenant ${tenant} has a ring without keys`);
  return { rotating: ring.rotating ?? false, present, keys: new Map(opened.map((each) => [each.number, each])) };
}

async function wrapped(keyring: Keyring, tenant: TenantId, { number, key }: TenantKey) {
  return { number, ...(await keyring.wrap(key, contextOf(tenant, number))) };
}

function contextOf(tenant: TenantId, number: number): string {
  return JSON.stringify([ringName, tenant, number]);
}
