import type { ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { participant } from '../participant/participant.stream.js';
import { factOf } from './fact-of.js';
import { knowParticipant } from './know-participant.decider.js';

const consumer = 'training.when-volunteer-registered-know-participant';

/** Training keeps its own copy of volunteers, so that it can work while registration is down. */
@Controller()
export class WhenVolunteerRegisteredKnowParticipant {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', { consumer })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const learnt = factOf(event);
    if (!learnt) return;
    const { volunteerId: id, fact: command } = learnt;
    await this.commands.react(event, consumer, { stream: participant, id, decide: knowParticipant, command });
  }
}
