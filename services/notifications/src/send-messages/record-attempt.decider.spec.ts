import { day, instant, type Instant } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { failed, givenUp, queued, requeued, sent } from '../example-facts.js';
import { message, type MessageEvent } from '../message/message.stream.js';
import { recordAttempt, type Attempt } from './record-attempt.decider.js';

const now = instant('2015-11-20T12:00:00Z');
const on = day('2015-11-20');
const delivered: Attempt = { outcome: 'sent', language: 'de' };
const unreachable: Attempt = { outcome: 'failed', reason: 'unreachable', final: false };
const failures = (count: number): MessageEvent[] =>
  Array.from({ length: count }, (_, index) => failed(index + 1, '2015-11-20T09:00:00Z'));

describe('recording an attempt to send', () => {
  it('records that the message was sent, and in which language', () => {
    given(message, queued).when(recordAttempt, { attempt: delivered, now, on }).then(sent);
  });

  it.each([
    [0, '2015-11-20T12:01:00Z'],
    [1, '2015-11-20T12:05:00Z'],
    [2, '2015-11-20T12:30:00Z'],
    [3, '2015-11-20T14:00:00Z'],
    [4, '2015-11-20T18:00:00Z'],
  ])('after %i earlier failures it tries again at %s', (count, retryAt) => {
    given(message, queued, ...failures(count))
      .when(recordAttempt, { attempt: unreachable, now, on })
      .then(failed(count + 1, retryAt));
  });

  it('gives up after the sixth failure', () => {
    given(message, queued, ...failures(5))
      .when(recordAttempt, { attempt: unreachable, now, on })
      .then(givenUp(6));
  });

  it('gives up at once when another attempt would not help', () => {
    const erased: Attempt = { outcome: 'failed', reason: 'erased', final: true };
    given(message, queued)
      .when(recordAttempt, { attempt: erased, now, on })
      .then({ type: 'MessageGivenUp', happenedOn: on, data: { attempt: 1, reason: 'erased' } });
  });

  it('withdraws what there is nothing to say about any more', () => {
    const data = { reason: 'invitation-over' } as const;
    given(message, queued, failed(1, '2015-11-20T08:01:00Z'))
      .when(recordAttempt, { attempt: { outcome: 'pointless', ...data }, now, on })
      .then({ type: 'MessageWithdrawn', happenedOn: on, data });
  });

  it('asked to try again, it has all its attempts again, and goes on counting', () => {
    const retryAt: Instant = instant('2015-11-20T12:01:00Z');
    given(message, queued, ...failures(5), givenUp(6), requeued)
      .when(recordAttempt, { attempt: unreachable, now, on })
      .then(failed(7, retryAt));
  });

  it('a message that no longer waits stays as it is', () => {
    given(message, queued, sent).when(recordAttempt, { attempt: delivered, now, on }).thenNothing();
    given(message, queued, givenUp(1)).when(recordAttempt, { attempt: delivered, now, on }).thenNothing();
  });

  it('refuses a message that does not exist', () => {
    given(message).when(recordAttempt, { attempt: delivered, now, on }).thenRefused('unknown-message');
  });
});
