import { Commands, MailPort, PersonForgetter, ViewReader, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';

import { message } from '../message/message.stream.js';
import { outbox } from '../outbox/outbox.view.js';
import { withdrawErasedMessage } from './withdraw-erased-message.decider.js';

/** What notifications does about an erased person beside the keys: nothing waits for them, and no mail file names them. */
@Injectable()
export class MessageForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
    private readonly mail: MailPort,
  ) {
    super();
  }

  override async forget({ scope, subjectId: recipientId, order, consumer }: ErasureTask): Promise<void> {
    await this.reader.reachNow();
    const messages: string[] = [];
    for await (const { id, status } of this.reader.all({ scope }, outbox, { recipientId })) {
      messages.push(id);
      if (status !== 'queued') continue;
      const command = { on: order.happenedOn };
      await this.commands.react(order, consumer, { stream: message, id, decide: withdrawErasedMessage, command });
    }
    // The messages themselves are the index of their files: none can be forgotten there.
    await this.mail.remove(scope.tenant, messages);
  }
}
