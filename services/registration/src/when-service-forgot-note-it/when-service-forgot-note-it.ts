import { matching, notifications, registration, reporting, training, type ServiceName } from '@lotsennetz/contracts';
import { isContract, type Contract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { erasure } from '../erasure/erasure.stream.js';
import { noteAcknowledgement } from './note-acknowledgement.decider.js';

const consumerOf = (service: ServiceName) => `registration.when-${service}-forgot-note-it`;
const only = ({ type }: Contract) => [type];

/**
 * Registration listens to services behind it here. The circle is harmless for a backup: after a
 * restore the order is delivered again to whoever has not carried it out there, and noting an acknowledgement twice
 * changes nothing.
 */
@Controller()
export class WhenServiceForgotNoteIt {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', {
    consumer: consumerOf('registration'),
    types: only(registration.erasureAcknowledged),
  })
  async registration(@Payload() event: ContractEvent): Promise<void> {
    await this.note(event, 'registration', registration.erasureAcknowledged);
  }

  @EventPattern('training', { consumer: consumerOf('training'), types: only(training.erasureAcknowledged) })
  async training(@Payload() event: ContractEvent): Promise<void> {
    await this.note(event, 'training', training.erasureAcknowledged);
  }

  @EventPattern('matching', { consumer: consumerOf('matching'), types: only(matching.erasureAcknowledged) })
  async matching(@Payload() event: ContractEvent): Promise<void> {
    await this.note(event, 'matching', matching.erasureAcknowledged);
  }

  @EventPattern('notifications', {
    consumer: consumerOf('notifications'),
    types: only(notifications.erasureAcknowledged),
  })
  async notifications(@Payload() event: ContractEvent): Promise<void> {
    await this.note(event, 'notifications', notifications.erasureAcknowledged);
  }

  @EventPattern('reporting', { consumer: consumerOf('reporting'), types: only(reporting.erasureAcknowledged) })
  async reporting(@Payload() event: ContractEvent): Promise<void> {
    await this.note(event, 'reporting', reporting.erasureAcknowledged);
  }

  private async note(
    event: ContractEvent,
    service: ServiceName,
    contract: Contract<`${string}.erasure-acknowledged.v1`, typeof registration.erasureAcknowledged.shape>,
  ): Promise<void> {
    if (!isContract(contract, event)) return;
    const command = { service, on: event.happenedOn };
    const task = { stream: erasure, id: event.data.subjectId, decide: noteAcknowledgement, command };
    await this.commands.react(event, consumerOf(service), task);
  }
}
