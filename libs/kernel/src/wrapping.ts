import { createCipheriv, createDecipheriv } from 'node:crypto';
import { prepared } from './prepared-key.js';
import { randomPart } from './random-part.js';
import type { DataKey } from './sealed.js';

const nonceBytes = 12;
const tagBytes = 16;

/** Length of every key, and of a key that an older version stored without wrapping it. */
export const keyBytes = 32;

/** A new random key. */
export function newKey(): DataKey {
  return Buffer.from(randomPart(keyBytes));
}

/** A key under another one (AES-256-GCM), bound to the context: 12 bytes nonce, the key, 16 bytes tag. */
export function wrapKey(wrapping: DataKey, key: DataKey, context: string): Buffer {
  const nonce = randomPart(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', prepared(wrapping), nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key, the bytes or the context are other ones. */
export function unwrapKey(wrapping: DataKey, wrapped: Buffer, context: string): DataKey {
  const decipher = createDecipheriv('aes-256-gcm', prepared(wrapping), wrapped.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(wrapped.subarray(-tagBytes));
  return Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
