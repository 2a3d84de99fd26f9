import { day, instant } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { message, type MessageEvent } from './message/message.stream.js';
import { queueMessage, type QueueMessage } from './queue-message.decider.js';

const command: QueueMessage = {
  template: 'enrolled',
  recipientId: 'rosa',
  params: { courseTitle: 'Integrationslotsen' },
  dueAt: instant('2015-11-20T08:00:00Z'),
  on: day('2015-11-20'),
};
const { on, ...data } = command;
const queued: MessageEvent = { type: 'MessageQueued', happenedOn: on, data: { ...data, channel: 'mail' } };

describe('queueing a message', () => {
  it('records what is to be sent to whom', () => {
    given(message).when(queueMessage, command).then(queued);
  });

  it('queueing it again changes nothing, not even after it was sent', () => {
    const sent: MessageEvent = { type: 'MessageSent', happenedOn: on, data: { attempt: 1, language: 'de' } };
    given(message, queued).when(queueMessage, command).thenNothing();
    given(message, queued, sent).when(queueMessage, command).thenNothing();
  });
});
