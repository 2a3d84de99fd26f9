import { registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent, type Decision } from '@lotsennetz/kernel';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Commands } from '../commands.js';
import { ServiceRuntime } from '../service-runtime.js';
import { accessStream, type AccessEvent, type TenantGrants } from './access.stream.js';
import { isOfForgotten } from './forgotten-grants.js';
import { accessConsumer } from './grants-watch.js';

/** Every contract that changes who may do what, and the fact it becomes. */
const facts = [
  [registration.tenantFounded, 'TenantLearnt'],
  [registration.tenantSettingsChanged, 'TenantSettingsLearnt'],
  [registration.tokenCreated, 'TokenLearnt'],
  [registration.tokenRevoked, 'TokenRevocationLearnt'],
  [registration.membershipGranted, 'MembershipLearnt'],
  [registration.membershipEnded, 'MembershipEndLearnt'],
  [registration.agreementSigned, 'AgreementLearnt'],
  [registration.agreementEnded, 'AgreementEndLearnt'],
  [registration.oversightGranted, 'OversightLearnt'],
  [registration.oversightRevoked, 'OversightEndLearnt'],
] as const;
const types = facts.map(([contract]) => contract.type);

/** The reaction by which every service, registration included, learns of tenants and tokens. A class for each service: the consumer's name is its own. */
export function accessReaction(service: string): Type {
  const stream = accessStream(service);
  const consumer = accessConsumer(service);

  @Controller()
  class WhenAccessChangedLearnIt {
    constructor(
      private readonly commands: Commands,
      private readonly runtime: ServiceRuntime,
    ) {}

    @EventPattern('registration', { consumer, types })
    async learn(@Payload() event: ContractEvent): Promise<void> {
      // A history that was put back tells of it once more, before it tells of the end.
      if (isContract(registration.membershipGranted, event) && (await isOfForgotten(this.runtime.keys, event))) return;
      const command = factOf(event);
      if (command) await this.commands.react(event, consumer, { stream, id: event.tenant, decide: learnFact, command });
    }
  }
  return WhenAccessChangedLearnIt;
}

function factOf({ type, happenedOn, data }: ContractEvent): AccessEvent | undefined {
  const fact = facts.find(([contract]) => contract.type === type)?.[1];
  // The shape of each fact is its contract's own.
  return fact && ({ type: fact, happenedOn, data } as AccessEvent);
}

function learnFact(fact: AccessEvent, state: TenantGrants): Decision<AccessEvent, never> {
  if (fact.type === 'TenantLearnt' && state.founded) return [];
  return [fact];
}
