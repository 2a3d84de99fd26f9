import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Instant } from '@lotsennetz/kernel';
import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238, as the usual apps take it: SHA-1, 6 digits, 30 seconds; a clock may be one step off. */
const toleranceSeconds = 30;
const recoveryCodes = 10;
// Without letters and digits that look alike.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says. The label stays on the person's own device. */
export function totpAddress(secret: string, label: string): string {
  return generateURI({ issuer: 'Lotsennetz', label, secret });
}

/** The time step the code belongs to, which must not be used again; undefined for a wrong or used one. */
export function totpStep(code: string, secret: string, at: { now: Instant; after?: number }): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const result = verifySync({
    secret,
    token,
    epoch: Math.floor(Date.parse(at.now) / 1_000),
    epochTolerance: toleranceSeconds,
    ...(at.after === undefined ? {} : { afterTimeStep: at.after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** Ten codes of 59 bits for a lost device, each good once. */
export function newRecoveryCodes(): readonly string[] {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: recoveryCodes }, () => `${group()}-${group()}-${group()}`);
}

/** With 59 random bits behind a lockout a plain hash cannot be searched for in time; a salt each keeps them apart. */
export function hashRecoveryCode(code: string, salt = randomBytes(12).toString('base64url')): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${salt}$${createHash('sha256').update(`${salt}${plain}`).digest('base64url')}`;
}

export function isRecoveryCode(code: string, stored: string): boolean {
  return hashRecoveryCode(code, stored.split('$')[0]) === stored;
}
