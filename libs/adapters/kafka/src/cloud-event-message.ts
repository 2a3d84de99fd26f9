import type { ContractEvent } from '@lotsennetz/kernel';
import type { KafkaMessage, Message } from 'kafkajs';

/**
 * A contract event as a CloudEvent 1.0 in Kafka's binary mode: attributes are headers, the value is the data alone.
 * `subject` is the stream and `time` when it was recorded; revision, day, tenant and correlation are extensions.
 */
export function messageOf(topic: string, event: ContractEvent): Message {
  return {
    // One stream, one key, one partition: that is what keeps its order.
    key: event.stream,
    value: JSON.stringify(event.data),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: `/${topic}`,
      ce_type: event.type,
      ce_subject: event.stream,
      ce_time: event.recordedAt,
      ce_revision: String(event.revision),
      ce_happenedon: event.happenedOn,
      ce_tenant: event.tenant,
      ce_correlationid: event.correlationId,
      ...(event.traceparent === undefined ? {} : { ce_traceparent: event.traceparent }),
    },
  };
}

/** undefined for a message that is none of ours, such as one from a tool of the cluster. */
export function eventOf({ value, headers = {} }: Pick<KafkaMessage, 'value' | 'headers'>): ContractEvent | undefined {
  const attribute = (name: string) => headers[`ce_${name}`]?.toString();
  const revision = Number(attribute('revision') ?? NaN);
  const data = dataOf(value);
  const traceparent = attribute('traceparent');
  const event = {
    id: attribute('id'),
    type: attribute('type'),
    stream: attribute('subject'),
    revision,
    recordedAt: attribute('time'),
    happenedOn: attribute('happenedon'),
    tenant: attribute('tenant'),
    correlationId: attribute('correlationid'),
    data,
  };
  if (!Number.isInteger(revision) || Object.values(event).includes(undefined)) return undefined;
  // Written by `messageOf` from a contract event: strings that are there are what they were.
  return { ...event, ...(traceparent === undefined ? {} : { traceparent }) } as unknown as ContractEvent;
}

const known = new WeakMap<KafkaMessage, ContractEvent>();

/** `eventOf`, done once for all consumers that have the message from `shareDecoding`. */
export function sharedEventOf(message: KafkaMessage): ContractEvent | undefined {
  const event = known.get(message) ?? eventOf(message);
  if (event) known.set(message, event);
  return event;
}

function dataOf(value: Buffer | null): object | undefined {
  try {
    const data: unknown = JSON.parse(value?.toString() ?? 'null');
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
