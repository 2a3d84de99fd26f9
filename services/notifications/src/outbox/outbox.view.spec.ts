import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { failed, givenUp, queued, requeued, sent, withdrawn } from '../example-facts.js';
import { message, type MessageEvent } from '../message/message.stream.js';
import { outbox } from './outbox.view.js';

const rowAfter = async (...events: readonly MessageEvent[]) =>
  (await foldProjection(outbox, recordedEvents(message, { id: 'm1' }, ...events))).get('m1');

describe('the outbox', () => {
  it('shows a queued message with when it is due', async () => {
    expect(await rowAfter(queued)).toMatchObject({
      id: 'm1',
      template: 'enrolled',
      recipientId: 'rosa',
      status: 'queued',
      queuedOn: '2015-11-20',
      dueAt: '2015-11-20T08:00:00.000Z',
      sentAt: null,
      attempts: 0,
      lastError: null,
    });
  });

  it('shows when and in which language it was sent', async () => {
    expect(await rowAfter(queued, sent)).toMatchObject({
      status: 'sent',
      sentAt: '2015-11-20T08:00:00.000Z',
      attempts: 1,
      language: 'de',
    });
  });

  it('shows why an attempt failed and when the next one is', async () => {
    expect(await rowAfter(queued, failed(1, '2015-11-20T08:01:00Z'))).toMatchObject({
      status: 'queued',
      attempts: 1,
      lastError: 'unreachable',
      dueAt: '2015-11-20T08:01:00.000Z',
    });
  });

  it('shows that it was given up, and that it waits again when somebody asks for it', async () => {
    expect(await rowAfter(queued, givenUp(1))).toMatchObject({ status: 'given-up', lastError: 'unreachable' });
    expect(await rowAfter(queued, givenUp(1), requeued)).toMatchObject({
      status: 'queued',
      attempts: 1,
      dueAt: '2015-11-21T08:00:00.000Z',
    });
  });

  it('shows that it was withdrawn, and why', async () => {
    expect(await rowAfter(queued, withdrawn)).toMatchObject({ status: 'withdrawn', lastError: 'erased' });
  });
});
