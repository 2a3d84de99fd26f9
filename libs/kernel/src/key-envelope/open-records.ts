import type { KeyStore } from '../key-store.js';
import type { KeyRecord } from '../keys.js';
import { unwrapAt } from './stored-key.js';
import { ringName } from './tenant-ring.js';
import type { TenantRings } from './tenant-rings.js';

/** Everything that the store holds, opened; the tenants' keys themselves stay where they are. */
export async function* openRecords(store: KeyStore, rings: TenantRings): AsyncIterable<KeyRecord> {
  for await (const { place, stored } of store.stored()) {
    if ('name' in place && place.name === ringName) continue;
    const key = unwrapAt(place, await rings.openerOf(place.tenant, stored), stored);
    if ('name' in place) yield { tenant: place.tenant, name: place.name, secret: key };
    else yield { ...place, key };
  }
  // Last: somebody forgotten meanwhile is there with key and tombstone, and the tombstone wins.
  for await (const subject of store.tombstones()) yield { ...subject, forgotten: true };
}
