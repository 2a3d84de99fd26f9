import { matching, notifications, registration, reporting, training, type ServiceName } from '@lotsennetz/contracts';
import { isContract, type Contract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { personExport } from '../export/export.stream.js';
import { keepPart } from './keep-part.decider.js';

const consumerOf = (service: ServiceName) => `registration.when-${service}-gathered-keep-parts`;
const only = ({ type }: Contract) => [type];

/**
 * Puts exports together. Like acknowledgements of an erasure, these come from services behind registration: a part
 * that comes twice is kept once, and an export that a restore has lost parts of is asked for anew.
 */
@Controller()
export class WhenServicesGatheredKeepParts {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', { consumer: consumerOf('registration'), types: only(registration.personDataGathered) })
  async registration(@Payload() event: ContractEvent): Promise<void> {
    await this.keep(event, 'registration', registration.personDataGathered);
  }

  @EventPattern('training', { consumer: consumerOf('training'), types: only(training.personDataGathered) })
  async training(@Payload() event: ContractEvent): Promise<void> {
    await this.keep(event, 'training', training.personDataGathered);
  }

  @EventPattern('matching', { consumer: consumerOf('matching'), types: only(matching.personDataGathered) })
  async matching(@Payload() event: ContractEvent): Promise<void> {
    await this.keep(event, 'matching', matching.personDataGathered);
  }

  @EventPattern('notifications', {
    consumer: consumerOf('notifications'),
    types: only(notifications.personDataGathered),
  })
  async notifications(@Payload() event: ContractEvent): Promise<void> {
    await this.keep(event, 'notifications', notifications.personDataGathered);
  }

  @EventPattern('reporting', { consumer: consumerOf('reporting'), types: only(reporting.personDataGathered) })
  async reporting(@Payload() event: ContractEvent): Promise<void> {
    await this.keep(event, 'reporting', reporting.personDataGathered);
  }

  private async keep(
    event: ContractEvent,
    service: ServiceName,
    contract: Contract<`${string}.person-data-gathered.v1`, typeof registration.personDataGathered.shape>,
  ): Promise<void> {
    if (!isContract(contract, event)) return;
    const { exportId, part, parts, facts } = event.data;
    const command = { service, part, parts, facts, on: event.happenedOn };
    const task = { stream: personExport, id: exportId, decide: keepPart, command };
    await this.commands.react(event, consumerOf(service), task);
  }
}
