import { registration, type SubjectKind } from '@lotsennetz/contracts';
import { isContract, TenantScope, type ContractEvent, type Decision } from '@lotsennetz/kernel';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Commands } from '../commands.js';
import { ServiceRuntime } from '../service-runtime.js';
import { forgettingStream, type ForgettingEvent, type ForgettingState } from './forgetting.stream.js';
import { PersonForgetter } from './person-forgetter.js';

/**
 * The reaction by which every service, registration included, forgets a person. Each destroys the keys itself before
 * anything else: nothing that it does meanwhile can open or write down what it is just emptying. The bus brings the
 * order again until all of it has worked, whatever has crashed in between; each part may be repeated.
 */
export function forgettingReaction(service: string): Type {
  const stream = forgettingStream(service);
  const consumer = `${service}.when-erasure-ordered-forget-person`;

  @Controller()
  class WhenErasureOrderedForgetPerson {
    constructor(
      private readonly commands: Commands,
      private readonly runtime: ServiceRuntime,
      private readonly forgetter: PersonForgetter,
    ) {}

    @EventPattern('registration', { consumer, types: [registration.erasureOrdered.type] })
    async forget(@Payload() event: ContractEvent): Promise<void> {
      if (!isContract(registration.erasureOrdered, event)) return;
      const { subjectId, kind } = event.data;
      const scope = TenantScope.of(event.tenant);
      await this.runtime.keys.forget(scope, subjectId);
      await this.forgetter.forget({ scope, subjectId, kind, order: event, consumer });
      const command = { kind, on: event.happenedOn };
      await this.commands.react(event, consumer, { stream, id: subjectId, decide: noteForgotten, command });
    }
  }
  return WhenErasureOrderedForgetPerson;
}

export function noteForgotten(
  { kind, on }: { readonly kind: SubjectKind; readonly on: ForgettingEvent['happenedOn'] },
  { status }: ForgettingState,
): Decision<ForgettingEvent, never> {
  return status === 'forgotten' ? [] : [{ type: 'PersonForgotten', happenedOn: on, data: { kind } }];
}
