import type { ContractEvent } from '@lotsennetz/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { factConsumers } from '../facts/facts.stream.js';
import { FactKeeper } from './fact-keeper.js';

/** One consumer a topic: each has its own offset, and one service that falls silent holds up no other. */
@Controller()
export class WhenOthersPublishKeepFacts {
  constructor(private readonly keeper: FactKeeper) {}

  @EventPattern('registration', { consumer: factConsumers.registration })
  async fromRegistration(@Payload() event: ContractEvent): Promise<void> {
    await this.keeper.keep(event);
  }

  @EventPattern('training', { consumer: factConsumers.training })
  async fromTraining(@Payload() event: ContractEvent): Promise<void> {
    await this.keeper.keep(event);
  }

  @EventPattern('matching', { consumer: factConsumers.matching })
  async fromMatching(@Payload() event: ContractEvent): Promise<void> {
    await this.keeper.keep(event);
  }
}
