import { matching } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MessageQueue } from '../message-queue.js';
import type { MessageContent } from '../message/message.stream.js';

const consumer = 'notifications.when-matching-concerns-somebody-write';
const types = [matching.proposalMade, matching.placementConfirmed].map(({ type }) => type);

/** Proposals and confirmed placements. */
@Controller()
export class WhenMatchingConcernsSomebodyWrite {
  constructor(private readonly queue: MessageQueue) {}

  @EventPattern('matching', { consumer, types })
  async write(@Payload() event: ContractEvent): Promise<void> {
    const content = contentFor(event);
    if (content) await this.queue.writeBecauseOf(event, consumer, content);
  }
}

function contentFor(event: ContractEvent): MessageContent | undefined {
  if (isContract(matching.proposalMade, event)) {
    const { volunteerId: recipientId, ...params } = event.data;
    return { template: 'proposal', recipientId, params };
  }
  if (isContract(matching.placementConfirmed, event)) {
    // Whose household it is, the message to the volunteer need not keep.
    const { volunteerId: recipientId, placementId, requestId } = event.data;
    return { template: 'placement-confirmed', recipientId, params: { placementId, requestId } };
  }
  return undefined;
}
