import type { EventStore, StreamName } from '@lotsennetz/kernel';

/** Trace context of why a message is to be sent: of its queueing, or of who asked for it to be sent again. */
export async function traceOfMessage(
  eventStore: Pick<EventStore, 'readStream'>,
  stream: StreamName,
): Promise<string | undefined> {
  const reasons = (await eventStore.readStream(stream)).filter(({ type }) => reasonsToSend.includes(type));
  return reasons.at(-1)?.meta.traceparent;
}

const reasonsToSend: readonly string[] = ['MessageQueued', 'MessageRequeued'];
