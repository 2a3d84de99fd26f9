import { createHash } from 'node:crypto';
import type { Brand } from './brand.js';
import { randomPart } from './random-part.js';

export type EventId = Brand<string, 'EventId'>;
export type CommandId = Brand<string, 'CommandId'>;

/** Source of new ids; deciders never make ids, they come in with the command. */
export interface Ids {
  /** A fresh UUIDv7: unique, and later ones sort after earlier ones. */
  next(): string;
}

export const randomIds: Ids = { next: () => uuidv7(Date.now()) };

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let lastMilliseconds = 0;
let sequence = 0;

/** UUIDv7 (RFC 9562, 5.7) with a 12-bit counter within a millisecond, so ids of one process sort in the order they were made. */
function uuidv7(milliseconds: number): string {
  sequence = milliseconds > lastMilliseconds ? 0 : sequence + 1;
  lastMilliseconds = Math.max(milliseconds, lastMilliseconds);
  if (sequence > 0xfff) {
    lastMilliseconds += 1;
    sequence = 0;
  }
  const bytes = randomPart(16);
  bytes.writeUIntBE(lastMilliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  return formatUuid(bytes, 0x70);
}

/**
 * The same id for the same parts, every time: what makes a repeated command name the same new thing.
 * A UUIDv8 (RFC 9562, 5.8) from SHA-256; parts are length-prefixed, so ('ab','c') and ('a','bc') differ.
 */
export function deriveId(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  const bytes = hash.digest().subarray(0, 16);
  return formatUuid(bytes, 0x80);
}

function formatUuid(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | version, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
