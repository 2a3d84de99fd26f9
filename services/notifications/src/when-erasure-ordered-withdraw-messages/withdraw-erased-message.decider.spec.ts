import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { failed, givenUp, queued, sent, withdrawn } from '../example-facts.js';
import { message } from '../message/message.stream.js';
import { withdrawErasedMessage } from './withdraw-erased-message.decider.js';

const command = { on: day('2015-11-21') };

describe('a message to a forgotten person', () => {
  it('that still waits is withdrawn', () => {
    given(message, queued).when(withdrawErasedMessage, command).then(withdrawn);
    given(message, queued, failed(1, '2015-11-20T08:01:00Z')).when(withdrawErasedMessage, command).then(withdrawn);
  });
  it('that is sent or given up stays as it is; withdrawing twice changes nothing', () => {
    given(message, queued, sent).when(withdrawErasedMessage, command).thenNothing();
    given(message, queued, givenUp(1)).when(withdrawErasedMessage, command).thenNothing();
    given(message, queued, withdrawn).when(withdrawErasedMessage, command).thenNothing();
    given(message).when(withdrawErasedMessage, command).thenNothing();
  });
});
