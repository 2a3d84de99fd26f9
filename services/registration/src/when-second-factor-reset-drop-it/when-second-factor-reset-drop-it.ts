import { registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { SignIns } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

const consumer = 'registration.when-second-factor-reset-drop-it';

/**
 * Accounts are shared by all tenants and lie beside registration, which alone may change them. What is set up after the
 * reset was recorded stays, however often the news comes.
 */
@Controller()
export class WhenSecondFactorResetDropIt {
  constructor(private readonly signIns: SignIns) {}

  @EventPattern('registration', { consumer, types: [registration.secondFactorReset.type] })
  async drop(@Payload() event: ContractEvent): Promise<void> {
    if (!isContract(registration.secondFactorReset, event)) return;
    await this.signIns.dropSecondFactor(event.data.identity, event.recordedAt);
  }
}
