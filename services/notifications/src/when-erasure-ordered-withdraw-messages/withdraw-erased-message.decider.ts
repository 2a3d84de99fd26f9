import type { Day, Decision } from '@lotsennetz/kernel';
import type { MessageEvent, MessageState } from '../message/message.stream.js';

/** A message that still waits for a forgotten person is never sent; what was sent stays, and is counted. */
export function withdrawErasedMessage(
  { on }: { readonly on: Day },
  state: MessageState,
): Decision<MessageEvent, never> {
  if (state.status !== 'queued') return [];
  return [{ type: 'MessageWithdrawn', happenedOn: on, data: { reason: 'erased' } }];
}
