import { registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MessageQueue } from '../message-queue.js';

const consumer = 'notifications.when-second-factor-reset-write';

/** Whose second factor was taken away learns of it: it may not have been their wish. The invitation told the address. */
@Controller()
export class WhenSecondFactorResetWrite {
  constructor(private readonly queue: MessageQueue) {}

  @EventPattern('registration', { consumer, types: [registration.secondFactorReset.type] })
  async write(@Payload() event: ContractEvent): Promise<void> {
    if (!isContract(registration.secondFactorReset, event)) return;
    const { membershipId: recipientId } = event.data;
    await this.queue.writeBecauseOf(event, consumer, { template: 'second-factor-reset', recipientId, params: {} });
  }
}
