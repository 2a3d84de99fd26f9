import type {
  BareEvent,
  Day,
  EventId,
  EventMeta,
  Instant,
  Position,
  RecordedEvent,
  Revision,
  StreamName,
} from '@lotsennetz/kernel';

export const eventColumns = 'position, stream, revision, id, type, recorded_at, happened_on, data, meta';

/** A stored event in the order of `eventColumns`. */
export type EventRow = readonly [number, string, Revision, string, string, string, string, string, string];

export const bareColumns = 'type, revision, happened_on, data, meta';

/** A stored event in the order of `bareColumns`. */
export type BareRow = readonly [string, Revision, string, string, string];

const endOfFirstVersion = '"schemaVersion":1}';

export function bareEvent(row: BareRow): BareEvent {
  return {
    type: row[0],
    revision: row[1],
    happenedOn: row[2] as Day,
    data: JSON.parse(row[3]) as object,
    // Most events were never upcast, and their version ends the text: seeing that is cheaper than parsing all of it.
    schemaVersion: row[4].endsWith(endOfFirstVersion) ? 1 : (JSON.parse(row[4]) as EventMeta).schemaVersion,
  };
}

export function recordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row[3] as EventId,
    type: row[4],
    recordedAt: row[5] as Instant,
    happenedOn: row[6] as Day,
    data: JSON.parse(row[7]) as object,
    meta: JSON.parse(row[8]) as EventMeta,
    stream: row[1] as StreamName,
    revision: row[2],
    position: positionOf(row[0]),
  };
}

/** 16 digits hold every integer JavaScript is exact about, and zero-padded ones compare as strings. */
export function positionOf(number: number): Position {
  return String(number).padStart(16, '0') as Position;
}

/** 0, before the first event, without a position. @throws RangeError for a position of another kind of store. */
export function numberOf(position: Position | undefined): number {
  if (!position) return 0;
  const number = Number(position);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a position of this store: ${position}`);
  return number;
}
