import { training } from '@lotsennetz/contracts';
import { TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';
import { learnFromHost } from '../learn-from-host.decider.js';
import { learntFrom } from './learnt-from.js';

const consumer = 'training.when-host-records-learn-of-own-people';
const types = [
  training.guestPromoted,
  training.guestRemoved,
  training.guestAttendanceRecorded,
  training.guestSessionMadeUp,
  training.guestPassed,
].map(({ type }) => type);

/** What a host publishes of guests under its own tenant, brought to the tenant whose people they are. */
@Controller()
export class WhenHostRecordsLearnOfOwnPeople {
  constructor(private readonly commands: Commands) {}

  @EventPattern('training', { consumer, types })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    for (const { partner, courseId, enrolmentId: id, learnt } of learntFrom(event)) {
      const command = { host: event.tenant, courseId, learnt, on: event.happenedOn };
      const task = { stream: guestEnrolment, id, decide: learnFromHost, command };
      await this.commands.react(event, consumer, { ...task, into: TenantScope.of(partner) });
    }
  }
}
