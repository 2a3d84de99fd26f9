import { registration, type PersonalFact } from '@lotsennetz/contracts';
import {
  isContract,
  SubjectForgotten,
  TenantScope,
  type ContractEvent,
  type Day,
  type Decision,
} from '@lotsennetz/kernel';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Commands } from '../commands.js';
import { gatheringStream, type GatheringEvent, type GatheringState } from './gathering.stream.js';
import { PersonDataGatherer } from './person-data-gatherer.js';

/** Some buses take no message of more than 1 MB. */
const factsInAPart = 200;

/** The reaction by which every service, registration included, hands out what it has written down about a person. */
export function gatheringReaction(service: string): Type {
  const stream = gatheringStream(service);
  const consumer = `${service}.when-export-requested-gather-data`;

  @Controller()
  class WhenExportRequestedGatherData {
    constructor(
      private readonly commands: Commands,
      private readonly gatherer: PersonDataGatherer,
    ) {}

    @EventPattern('registration', { consumer, types: [registration.exportRequested.type] })
    async gather(@Payload() event: ContractEvent): Promise<void> {
      if (!isContract(registration.exportRequested, event)) return;
      const { exportId, subjectId } = event.data;
      const facts = await this.gatherer.gather(TenantScope.of(event.tenant), subjectId);
      const command = { facts, on: event.happenedOn };
      const task = { stream, id: exportId, decide: handOut, command };
      await this.commands.react(event, consumer, task).catch(unlessForgotten);
    }
  }
  return WhenExportRequestedGatherData;
}

/** Forgotten, or expired, while it was gathered: then nobody may have it any more. */
function unlessForgotten(error: unknown): void {
  if (!(error instanceof SubjectForgotten)) throw error;
}

/** All of it in parts, at least one: that there is nothing is an answer, too. */
function handOut(
  { facts, on }: { readonly facts: readonly PersonalFact[]; readonly on: Day },
  { status }: GatheringState,
): Decision<GatheringEvent, never> {
  if (status === 'gathered') return [];
  const parts = Math.max(1, Math.ceil(facts.length / factsInAPart));
  return Array.from({ length: parts }, (_, index) => ({
    type: 'PersonDataGathered',
    happenedOn: on,
    data: { part: index + 1, parts, facts: facts.slice(index * factsInAPart, (index + 1) * factsInAPart) },
  }));
}
