import type { Day, Decision, Instant } from '@lotsennetz/kernel';
import type { MessageContent, MessageEvent, MessageState } from './message/message.stream.js';

export interface QueueMessage extends MessageContent {
  readonly dueAt: Instant;
  readonly on: Day;
}

/** A message is queued once, whatever has become of it since. */
export function queueMessage(
  { template, recipientId, params, dueAt, on }: QueueMessage,
  state: MessageState,
): Decision<MessageEvent, never> {
  if (state.status !== 'unknown') return [];
  return [{ type: 'MessageQueued', happenedOn: on, data: { template, recipientId, channel: 'mail', dueAt, params } }];
}
