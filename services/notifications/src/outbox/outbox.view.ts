import { defineProjection, type Day, type Instant } from '@lotsennetz/kernel';
import {
  message,
  type FailureReason,
  type MessageLanguage,
  type MessageParams,
  type TemplateCode,
} from '../message/message.stream.js';

export interface OutboxRow {
  readonly id: string;
  readonly template: TemplateCode;
  readonly recipientId: string;
  readonly channel: 'mail';
  readonly status: 'queued' | 'sent' | 'given-up' | 'withdrawn';
  readonly params: MessageParams;
  readonly queuedOn: Day;
  readonly queuedAt: Instant;
  /** When it is to be sent; of interest while queued. */
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly lastError: FailureReason | null;
  /** Known once it is sent. */
  readonly language: MessageLanguage | null;
  readonly revision: number;
}

/** Every message and how far it is; the sender finds here what is due. */
export const outbox = defineProjection<OutboxRow>()({
  name: 'outbox',
  version: 1,
  streams: [message],
  indexes: ['status', 'dueAt', 'queuedAt', 'template', 'recipientId'],
  evolve: (row, event, id) => {
    const { revision, recordedAt } = event;
    if (event.type === 'MessageQueued')
      return {
        ...event.data,
        id,
        status: 'queued',
        queuedOn: event.happenedOn,
        queuedAt: recordedAt,
        sentAt: null,
        attempts: 0,
        lastError: null,
        language: null,
        revision,
      };
    if (!row) return undefined;
    switch (event.type) {
      case 'MessageSent': {
        const { attempt, language } = event.data;
        return { ...row, status: 'sent', sentAt: recordedAt, attempts: attempt, language, revision };
      }
      case 'SendingFailed': {
        const { attempt, reason, retryAt } = event.data;
        return { ...row, attempts: attempt, lastError: reason, dueAt: retryAt, revision };
      }
      case 'MessageGivenUp':
        return {
          ...row,
          status: 'given-up',
          attempts: event.data.attempt,
          lastError: event.data.reason,
          revision,
        };
      case 'MessageWithdrawn':
        return { ...row, status: 'withdrawn', lastError: event.data.reason, revision };
      case 'MessageRequeued':
        return { ...row, status: 'queued', dueAt: event.data.dueAt, revision };
    }
  },
});
