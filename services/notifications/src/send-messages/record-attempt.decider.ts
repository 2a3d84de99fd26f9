import { addMs, refuse, type Day, type Decision, type Instant } from '@lotsennetz/kernel';
import type { FailureReason, MessageEvent, MessageLanguage, MessageState } from '../message/message.stream.js';

/** How an attempt to send went. `final`: another attempt would not help; `pointless`: there is nothing to say any more. */
export type Attempt =
  | { readonly outcome: 'sent'; readonly language: MessageLanguage }
  | { readonly outcome: 'failed'; readonly reason: FailureReason; readonly final: boolean }
  | { readonly outcome: 'pointless'; readonly reason: 'invitation-over' };

export interface RecordAttempt {
  readonly attempt: Attempt;
  readonly now: Instant;
  readonly on: Day;
}

const minute = 60_000;
const hour = 60 * minute;
/** Pauses after the first, second, ... failure; after one more the message is given up. */
const retryDelaysMs = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour];

/** Records how an attempt went; nothing when the message is no longer waiting to be sent. */
export function recordAttempt(
  { attempt, now, on }: RecordAttempt,
  state: MessageState,
): Decision<MessageEvent, 'unknown-message'> {
  if (state.status === 'unknown') return refuse('unknown-message');
  if (state.status !== 'queued') return [];
  if (attempt.outcome === 'pointless')
    return [{ type: 'MessageWithdrawn', happenedOn: on, data: { reason: attempt.reason } }];
  const number = state.attempts + 1;
  if (attempt.outcome === 'sent')
    return [{ type: 'MessageSent', happenedOn: on, data: { attempt: number, language: attempt.language } }];
  const { reason } = attempt;
  const delayMs = attempt.final ? undefined : retryDelaysMs[state.failures];
  if (delayMs === undefined) return [{ type: 'MessageGivenUp', happenedOn: on, data: { attempt: number, reason } }];
  const retryAt = addMs(now, delayMs);
  return [{ type: 'SendingFailed', happenedOn: on, data: { attempt: number, reason, retryAt } }];
}
