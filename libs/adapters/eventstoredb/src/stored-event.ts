import { jsonEvent, type JSONEventData } from '@eventstore/db-client';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type {
  BareEvent,
  Day,
  EventId,
  EventMeta,
  Instant,
  NewEvent,
  RecordedEvent,
  StreamName,
} from '@lotsennetz/kernel';
import { positionOf } from './positions.js';

type Stored = ReadResp.ReadEvent.RecordedEvent;

/** The envelope in the event's metadata. Stored for ever: it may only grow. */
interface Envelope {
  readonly recordedAt: Instant;
  readonly happenedOn: Day;
  readonly meta: EventMeta;
}

/** @throws TypeError for data that JSON cannot hold; the client would only find out half-way through the append. */
export function storedEvent({ id, type, recordedAt, happenedOn, data, meta }: NewEvent): JSONEventData {
  JSON.stringify(data);
  const metadata: Envelope = { recordedAt, happenedOn, meta };
  return jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });
}

/** `prefix`: what comes before our stream names in the server. */
export function recordedEvent(stored: Stored, prefix: string): RecordedEvent {
  const { recordedAt, happenedOn, meta } = envelopeOf(stored);
  return {
    id: (stored.getId()?.getString() ?? '') as EventId,
    type: typeOf(stored),
    recordedAt,
    happenedOn,
    data: dataOf(stored),
    meta,
    stream: nameOf(stored).slice(prefix.length) as StreamName,
    revision: Number(stored.getStreamRevision()),
    position: positionOf(stored.getCommitPosition()),
  };
}

export function bareEvent(stored: Stored): BareEvent {
  const { happenedOn, meta } = envelopeOf(stored);
  return {
    type: typeOf(stored),
    revision: Number(stored.getStreamRevision()),
    happenedOn,
    data: dataOf(stored),
    schemaVersion: meta.schemaVersion,
  };
}

const envelopeOf = (stored: Stored) => parse(stored.getCustomMetadata_asU8()) as Envelope;
const dataOf = (stored: Stored) => parse(stored.getData_asU8()) as object;
const nameOf = (stored: Stored) => textOf(stored.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());
const typeOf = (stored: Stored) => stored.getMetadataMap().get('type') ?? '';
const parse = (bytes: Uint8Array): unknown => JSON.parse(textOf(bytes));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
