import { registration } from '@lotsennetz/contracts';
import { deriveId, isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { detailsOf } from '../request/request.body.js';
import { request } from '../request/request.stream.js';
import { recordAskedRequest } from './record-asked-request.decider.js';

const consumer = 'matching.when-newcomer-asked-record-request';

/** A household that used the open form waits like any other, without anybody typing its request in again. */
@Controller()
export class WhenNewcomerAskedRecordRequest {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', { consumer })
  async record(@Payload() event: ContractEvent): Promise<void> {
    if (!isContract(registration.newcomerRegistered, event)) return;
    const { topics = [], languages, ...household } = event.data;
    // The office registers households too; it records their requests itself.
    if (topics.length === 0 || languages.length === 0) return;
    const id = deriveId('asked-request', event.tenant, household.newcomerId);
    const command = { details: detailsOf(id, { ...household, topics, languages }), receivedOn: event.happenedOn };
    await this.commands.react(event, consumer, { stream: request, id, decide: recordAskedRequest, command });
  }
}
