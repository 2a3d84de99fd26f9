import { day, instant } from '@lotsennetz/kernel';
import type { MessageEvent } from './message/message.stream.js';

/** A message's life, for the specifications. */
export const queued: MessageEvent = {
  type: 'MessageQueued',
  happenedOn: day('2015-11-20'),
  data: {
    template: 'enrolled',
    recipientId: 'rosa',
    channel: 'mail',
    dueAt: instant('2015-11-20T08:00:00Z'),
    params: { courseTitle: 'Integrationslotsen' },
  },
};
export const sent: MessageEvent = {
  type: 'MessageSent',
  happenedOn: day('2015-11-20'),
  data: { attempt: 1, language: 'de' },
};
export const failed = (attempt: number, retryAt: string): MessageEvent => ({
  type: 'SendingFailed',
  happenedOn: day('2015-11-20'),
  data: { attempt, reason: 'unreachable', retryAt: instant(retryAt) },
});
export const givenUp = (attempt: number): MessageEvent => ({
  type: 'MessageGivenUp',
  happenedOn: day('2015-11-20'),
  data: { attempt, reason: 'unreachable' },
});
export const requeued: MessageEvent = {
  type: 'MessageRequeued',
  happenedOn: day('2015-11-21'),
  data: { dueAt: instant('2015-11-21T08:00:00Z') },
};
export const withdrawn: MessageEvent = {
  type: 'MessageWithdrawn',
  happenedOn: day('2015-11-21'),
  data: { reason: 'erased' },
};
