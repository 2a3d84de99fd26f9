import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import { InvalidCursor, type Query } from './read-models.js';

/** The last row of a page: the value it is ordered by (null: it has none) and its id. */
export interface CursorPlace {
  readonly value: string | number | boolean | null;
  readonly id: string;
}

/** Opaque text for `next`; it belongs to one filter and order. */
export function encodeCursor(query: Query, { value, id }: CursorPlace): string {
  return Buffer.from(JSON.stringify([digest(query), value, id])).toString('base64url');
}

/** @throws InvalidCursor when it was made for another filter or order, or not made here at all. */
export function decodeCursor(query: Query, cursor: string): CursorPlace {
  const [of, value, id] = parsed(cursor);
  if (of !== digest(query) || !isOrderable(value) || typeof id !== 'string') throw new InvalidCursor();
  return { value, id };
}

/** What rows can be ordered by. A record or list never becomes part of a query. */
export function isOrderable(value: unknown): value is CursorPlace['value'] {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

function digest({ filter = {}, orderBy, descending = false }: Query): string {
  const text = JSON.stringify([canonical(filter), orderBy ?? null, descending]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
