import type { KeyReplacement } from '../key-store.js';
import type { TenantId } from '../tenant-scope.js';
import type { KeyParts } from './key-parts.js';
import { tenantKeyNumberOf, unwrapAt, wrapAt } from './stored-key.js';
import { readRing, ringName, underPresentRoot, withNewKey, type StoredRing } from './tenant-ring.js';
import type { TenantRings } from './tenant-rings.js';

export interface Rotation {
  /** Only this tenant's key; the root key stays. */
  readonly tenant?: TenantId | undefined;
  /** Keys of the tenant that were wrapped anew so far. */
  readonly onProgress?: (tenant: TenantId, keys: number) => void;
}

export interface Rotated {
  /** The version of the root key that wraps from now on; undefined when it was left. */
  readonly root: string | undefined;
  readonly tenants: readonly { readonly tenant: TenantId; readonly keys: number }[];
}

const wrappedAtOnce = 200;

/**
 * A new root key version above the tenants' keys, a new key of each tenant above its data keys. Data keys stay, so no
 * event is written anew. Everybody may go on sealing meanwhile; older versions open what they have wrapped until
 * nothing is left. Killed and repeated, it goes on instead of beginning anew.
 */
export async function rotateKeys(parts: KeyParts, rings: TenantRings, rotation: Rotation): Promise<Rotated> {
  const all = await Array.fromAsync(parts.store.secretsNamed(ringName), ({ place, stored }) => ({
    tenant: place.tenant,
    ring: readRing(stored),
  }));
  const chosen = all.filter(({ tenant }) => rotation.tenant === undefined || tenant === rotation.tenant);
  if (rotation.tenant !== undefined && chosen.length === 0) throw new RangeError(`${rotation.tenant} has no keys`);
  const root = rotation.tenant === undefined ? await rotateRoot(parts, rings, all) : undefined;
  const tenants: { tenant: TenantId; keys: number }[] = [];
  for (const { tenant } of chosen)
    tenants.push({ tenant, keys: await rotateTenant(parts, rings, { ...rotation, tenant }) });
  // What was replaced must not open with an older key that somebody has kept.
  await parts.store.scrub();
  return { root, tenants };
}

async function rotateRoot(
  { keyring }: KeyParts,
  rings: TenantRings,
  all: readonly { readonly tenant: TenantId; readonly ring: StoredRing }[],
): Promise<string> {
  const [present] = await keyring.versions();
  const under = (version: string | undefined) => (ring: StoredRing) =>
    ring.versions.every((each) => each.version === version);
  const begun = !all.every(({ ring }) => under(present)(ring)) || all.some(({ ring }) => ring.rotating);
  const root = begun && present !== undefined ? present : await keyring.renew();
  for (const { tenant } of all)
    await rings.change(tenant, async (ring) =>
      under(root)(ring) ? undefined : underPresentRoot(keyring, tenant, ring),
    );
  return root;
}

async function rotateTenant(
  { store, keyring }: KeyParts,
  rings: TenantRings,
  { tenant, onProgress }: Rotation & { readonly tenant: TenantId },
): Promise<number> {
  const { present } = await rings.change(tenant, async (ring) =>
    ring.rotating ? undefined : { ...(await withNewKey(keyring, tenant, ring)), rotating: true },
  );
  let done = 0;
  // Again until nothing is found: who had not heard of the new key yet may have used the old one meanwhile.
  for (let found = true; found;) {
    found = false;
    for await (const changes of inBatches(outdated())) {
      found = true;
      done += await store.replace(changes);
      onProgress?.(tenant, done);
    }
  }
  // The version before stays for one rotation more, for whoever holds it still.
  await rings.change(tenant, ({ versions }) => Promise.resolve({ versions: versions.slice(-2) }));
  return done;

  async function* outdated(): AsyncIterable<KeyReplacement> {
    for await (const { place, stored } of store.stored(tenant)) {
      if ('name' in place && place.name === ringName) continue;
      if (tenantKeyNumberOf(stored) === present.number) continue;
      const key = unwrapAt(place, await rings.openerOf(tenant, stored), stored);
      yield { place, was: stored, by: wrapAt(place, present, key) };
    }
  }
}

async function* inBatches(changes: AsyncIterable<KeyReplacement>): AsyncIterable<readonly KeyReplacement[]> {
  let batch: KeyReplacement[] = [];
  for await (const change of changes) {
    if (batch.push(change) < wrappedAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
