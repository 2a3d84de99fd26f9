import { refuse, type Day, type Decision, type Instant } from '@lotsennetz/kernel';
import type { MessageEvent, MessageState } from '../message/message.stream.js';

export type RetryMessageRefusal = 'unknown-message' | 'already-sent' | 'withdrawn';

/** Puts a message that was given up back into the queue, with all its attempts before it again. */
export function retryMessage(
  { now, on }: { readonly now: Instant; readonly on: Day },
  state: MessageState,
): Decision<MessageEvent, RetryMessageRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-message');
    case 'sent':
      return refuse('already-sent');
    case 'withdrawn':
      return refuse('withdrawn');
    case 'queued':
      return [];
    case 'given-up':
      return [{ type: 'MessageRequeued', happenedOn: on, data: { dueAt: now } }];
  }
}
