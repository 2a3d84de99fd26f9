import { day, instant } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { givenUp, queued, requeued, sent, withdrawn } from '../example-facts.js';
import { message } from '../message/message.stream.js';
import { retryMessage } from './retry-message.decider.js';

const command = { now: instant('2015-11-21T08:00:00Z'), on: day('2015-11-21') };

describe('trying a message again', () => {
  it('puts one that was given up back into the queue', () => {
    given(message, queued, givenUp(6)).when(retryMessage, command).then(requeued);
  });

  it('asking again changes nothing while it waits', () => {
    given(message, queued, givenUp(6), requeued).when(retryMessage, command).thenNothing();
  });

  it('refuses a message that was sent', () => {
    given(message, queued, sent).when(retryMessage, command).thenRefused('already-sent');
  });

  it('refuses a message whose recipient was forgotten', () => {
    given(message, queued, withdrawn).when(retryMessage, command).thenRefused('withdrawn');
  });

  it('refuses a message that does not exist', () => {
    given(message).when(retryMessage, command).thenRefused('unknown-message');
  });
});
