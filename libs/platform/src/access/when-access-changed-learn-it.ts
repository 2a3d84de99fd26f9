import { registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent, type Decision } from '@lotsennetz/kernel';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Commands } from '../commands.js';
import { accessStream, type AccessEvent, type Grants } from './access.stream.js';

const types = [registration.tenantFounded, registration.tokenCreated, registration.tokenRevoked].map(
  ({ type }) => type,
);

/** The reaction by which every service, registration included, learns of tenants and tokens. A class for each service: the consumer's name is its own. */
export function accessReaction(service: string): Type {
  const stream = accessStream(service);

  @Controller()
  class WhenAccessChangedLearnIt {
    constructor(private readonly commands: Commands) {}

    @EventPattern('registration', { consumer: `${service}.when-access-changed-learn-it`, types })
    async learn(@Payload() event: ContractEvent): Promise<void> {
      const command = factOf(event);
      if (command)
        await this.commands.react(event, `${service}.when-access-changed-learn-it`, {
          stream,
          id: event.tenant,
          decide: learnFact,
          command,
        });
    }
  }
  return WhenAccessChangedLearnIt;
}

function factOf(event: ContractEvent): AccessEvent | undefined {
  const { happenedOn } = event;
  if (isContract(registration.tenantFounded, event)) return { type: 'TenantLearnt', happenedOn, data: event.data };
  if (isContract(registration.tokenCreated, event)) return { type: 'TokenLearnt', happenedOn, data: event.data };
  if (isContract(registration.tokenRevoked, event))
    return { type: 'TokenRevocationLearnt', happenedOn, data: event.data };
  return undefined;
}

function learnFact(fact: AccessEvent, state: Grants): Decision<AccessEvent, never> {
  if (fact.type === 'TenantLearnt' && state.founded) return [];
  return [fact];
}
