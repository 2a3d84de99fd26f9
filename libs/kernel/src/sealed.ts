import { createCipheriv, createDecipheriv } from 'node:crypto';
import { prepared } from './prepared-key.js';
import { randomPart } from './random-part.js';
import type { TenantScope } from './tenant-scope.js';

/** What a personal value may be used for; each service opens only the purposes it declares. */
export const purposes = ['name', 'contact', 'background', 'note', 'export'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * A personal value under the key of its subject and purpose (AES-256-GCM).
 * It names its own origin, so relay, upcaster and view copy it unchanged and it still opens.
 */
export interface Sealed {
  /** base64url of 12 bytes nonce, ciphertext, 16 bytes tag */
  readonly sealed: string;
  readonly subject: string;
  readonly purpose: Purpose;
  /** `<origin event id>/<origin field>` */
  readonly origin: string;
}

/** A personal field: plain inside a command and its decision, sealed everywhere it is stored or sent. */
export type Personal<Value = string> = Value | Sealed;

/** What is left of a forgotten person's value: its key is gone. A value of its own, never an exception. */
export interface Erased {
  readonly erased: true;
}
export const erased: Erased = { erased: true };

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'origin' in value;
}

export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && 'erased' in value;
}

/** 32 random bytes. */
export type DataKey = Buffer;

export function seal(scope: TenantScope, key: DataKey, value: unknown, label: Omit<Sealed, 'sealed'>): Sealed {
  const nonce = randomPart(12);
  const cipher = createCipheriv('aes-256-gcm', prepared(key), nonce);
  cipher.setAAD(associatedData(scope, label));
  const body = Buffer.concat([
    nonce,
    cipher.update(JSON.stringify(value), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return { sealed: body.toString('base64url'), ...label };
}

/** @throws Error when the value was altered or moved to another tenant, subject, purpose or origin. */
export function unseal(scope: TenantScope, key: DataKey, value: Sealed): unknown {
  const body = Buffer.from(value.sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', prepared(key), body.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(associatedData(scope, value));
  decipher.setAuthTag(body.subarray(-16));
  const text = Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString('utf8');
  return JSON.parse(text);
}

function associatedData(scope: TenantScope, label: Omit<Sealed, 'sealed'>): Buffer {
  return Buffer.from(JSON.stringify([scope.tenant, label.subject, label.purpose, label.origin]));
}
