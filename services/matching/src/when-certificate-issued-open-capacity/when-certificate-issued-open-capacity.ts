import { training } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { helper } from '../helper/helper.stream.js';
import { openCapacity } from './open-capacity.decider.js';

const consumer = 'matching.when-certificate-issued-open-capacity';

@Controller()
export class WhenCertificateIssuedOpenCapacity {
  constructor(private readonly commands: Commands) {}

  @EventPattern('training', { consumer })
  async open(@Payload() event: ContractEvent): Promise<void> {
    if (!isContract(training.certificateIssued, event)) return;
    const { certificateId, volunteerId } = event.data;
    const command = { certificateId, on: event.happenedOn };
    await this.commands.react(event, consumer, { stream: helper, id: volunteerId, decide: openCapacity, command });
  }
}
