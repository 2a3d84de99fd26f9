import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { StubEvent } from './eventstoredb-stub-log.js';
import { refusal, type StubRefusal } from './eventstoredb-stub-refusals.js';

/** The server's default, MaxAppendSize in ClusterVNodeOptions.cs. */
const mostBytes = 1_024 * 1_024;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The events of an append, or why the server takes none: Streams.Append.cs of https://github.com/kurrent-io/KurrentDB */
export function proposedEvents(requests: readonly AppendReq[]): readonly StubEvent[] | StubRefusal {
  const events = requests.map(eventOf);
  for (const event of events) {
    if (!event.type) return missing('type');
    if (!event.contentType) return missing('content-type');
    // It reads a Guid out of it, and fails where that is none.
    if (!uuid.test(event.id)) return refusal(status.UNKNOWN, 'Exception was thrown by handler.');
  }
  if (events.reduce((sum, event) => sum + bytesOf(event), 0) <= mostBytes) return events;
  return refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${mostBytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(mostBytes),
  });
}

function eventOf(request: AppendReq): StubEvent {
  const message = request.getProposedMessage();
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64');
  return {
    id: message?.getId()?.getString() ?? '',
    type: message?.getMetadataMap().get('type') ?? '',
    contentType: message?.getMetadataMap().get('content-type') ?? '',
    data: text(message?.getData_asU8()),
    metadata: text(message?.getCustomMetadata_asU8()),
  };
}

/** Event.SizeOnDisk */
function bytesOf({ type, data, metadata }: StubEvent): number {
  return 2 * type.length + Buffer.byteLength(data, 'base64') + Buffer.byteLength(metadata, 'base64');
}

function missing(property: string): StubRefusal {
  return refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}
