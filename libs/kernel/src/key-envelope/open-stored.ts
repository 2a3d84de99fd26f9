import type { StoredKey } from '../key-store.js';
import type { Keyring } from '../keyring.js';
import type { KeyRecord } from '../keys.js';
import type { TenantId } from '../tenant-scope.js';
import { isClear, tenantKeyNumberOf, unwrapAt } from './stored-key.js';
import { openRing, readRing, ringName, type TenantRing } from './tenant-ring.js';

/**
 * Wrapped keys that were carried away, such as in a backup, opened; `read` is called twice, as the tenants' keys may
 * come after what they wrap. Values that an older version stored in clear pass as they are.
 * @throws KeyringMissing without the root key that wrapped them
 */
export async function* openStored(
  keyring: Keyring,
  read: () => AsyncIterable<StoredKey>,
): AsyncIterable<Exclude<KeyRecord, { readonly forgotten: true }>> {
  const rings = new Map<TenantId, TenantRing>();
  for await (const { place, stored } of read())
    if (isRing(place)) rings.set(place.tenant, await openRing(keyring, place.tenant, readRing(stored)));
  for await (const { place, stored } of read()) {
    if (isRing(place)) continue;
    const key = isClear(stored) ? stored : unwrapAt(place, openerIn(rings, place.tenant, stored), stored);
    if ('name' in place) yield { tenant: place.tenant, name: place.name, secret: key };
    else yield { ...place, key };
  }
}

const isRing = (place: StoredKey['place']) => 'name' in place && place.name === ringName;

function openerIn(rings: ReadonlyMap<TenantId, TenantRing>, tenant: TenantId, stored: Buffer) {
  const opener = rings.get(tenant)?.keys.get(tenantKeyNumberOf(stored));
  if (!opener) throw new Error(`the key of the tenant ${tenant} that wrapped another one is not among them`);
  return opener.key;
}
