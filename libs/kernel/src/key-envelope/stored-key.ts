import type { KeyPlace } from '../key-store.js';
import type { DataKey } from '../sealed.js';
import { keyBytes, unwrapKey, wrapKey } from '../wrapping.js';

/** The first byte of a wrapped value; the version of the tenant's key follows in four. */
const format = 1;
const headerBytes = 5;

/** A version of a tenant's key. */
export interface TenantKey {
  readonly number: number;
  readonly key: DataKey;
}

/** What an older version stored: the key itself. */
export function isClear(stored: Buffer): boolean {
  return stored.length === keyBytes;
}

/** Number of the tenant's key that opens the value. @throws Error for a format of newer code. */
export function tenantKeyNumberOf(stored: Buffer): number {
  if (stored.length <= headerBytes || stored.readUInt8() !== format)
    throw new Error('a key is stored in a format that this version does not know');
  return stored.readUInt32BE(1);
}

/** The key under the tenant's, bound to its place. */
export function wrapAt(place: KeyPlace, { number, key: wrapping }: TenantKey, key: DataKey): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(format);
  header.writeUInt32BE(number, 1);
  return Buffer.concat([header, wrapKey(wrapping, key, contextOf(place))]);
}

/** @throws Error when the value was altered or stood at another place. */
export function unwrapAt(place: KeyPlace, wrapping: DataKey, stored: Buffer): DataKey {
  return unwrapKey(wrapping, stored.subarray(headerBytes), contextOf(place));
}

function contextOf(place: KeyPlace): string {
  return 'name' in place
    ? JSON.stringify(['secret', place.tenant, place.name])
    : JSON.stringify(['subject', place.tenant, place.subject, place.purpose]);
}
