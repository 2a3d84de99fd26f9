import { addressesPast, dayAt, deriveId, type ContractEvent } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { message, type MessageContent } from './message/message.stream.js';
import { queueMessage } from './queue-message.decider.js';

/** Where reactions put what is to be written to somebody. */
@Injectable()
export class MessageQueue {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
  ) {}

  /**
   * Queues a message because of an event, once: its id derives from event, template and recipient, so neither a
   * second delivery nor a replayed topic writes again. Events about the past write to nobody.
   */
  async writeBecauseOf(event: ContractEvent, consumer: string, content: MessageContent): Promise<void> {
    if (addressesPast(event)) return;
    const { clock, access } = this.runtime;
    const now = clock.now();
    const id = deriveId('message', event.tenant, event.id, content.template, content.recipientId);
    const on = dayAt(now, access.tenant(event.tenant)?.timeZone ?? 'UTC');
    const command = { ...content, dueAt: now, on };
    await this.commands.react(event, consumer, { stream: message, id, decide: queueMessage, command });
  }
}
