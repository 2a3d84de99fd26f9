import type { Position } from '@lotsennetz/kernel';

/** 20 digits hold every position of 64 bits, and zero-padded ones compare as strings. */
const digits = 20;
/** What a server before 22.6 says in place of the position of an event that was read from its stream. */
const none = '18446744073709551615';

/**
 * A commit position, as the server writes it. For what is appended as we do, it is the event's own place in the log.
 * @throws RangeError where a server gives none.
 */
export function positionOf(commit: string): Position {
  if (commit === none) throw new RangeError('the server gives no positions; EventStoreDB 22.6 or newer is needed');
  return commit.padStart(digits, '0') as Position;
}

/** The commit position, as the server takes it. @throws RangeError for a position of another kind of store. */
export function commitOf(position: Position): string {
  if (!/^\d{20}$/.test(position)) throw new RangeError(`not a position of this store: ${position}`);
  return BigInt(position).toString();
}
