import { createSecretKey, type KeyObject } from 'node:crypto';

const preparedKeys = new WeakMap<Buffer, KeyObject>();

/** As Node wants it: given bytes, it finds out by exceptions that they are no key object, two thirds of the time of sealing. */
export function prepared(key: Buffer): KeyObject {
  const known = preparedKeys.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  preparedKeys.set(key, made);
  return made;
}
