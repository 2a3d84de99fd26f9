import { matching } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { acquaintance } from '../acquaintance/acquaintance.stream.js';
import { beginAcquaintance } from './begin-acquaintance.decider.js';
import { endAcquaintance } from './end-acquaintance.decider.js';

const consumer = 'registration.when-placement-changed-acquaint';
const types = [matching.placementConfirmed.type, matching.placementEnded.type, matching.requestWithdrawn.type];

/**
 * Lets a volunteer and a household know each other while a placement runs. Registration listens because the names are
 * here: so they need not travel. Where the request names no household, there is nobody to introduce. Delivered again
 * after a restore, nothing of it changes anything; an acquaintance whose confirmation the restore has lost ends with the
 * request, since both go by its id.
 */
@Controller()
export class WhenPlacementChangedAcquaint {
  constructor(private readonly commands: Commands) {}

  @EventPattern('matching', { consumer, types })
  async acquaint(@Payload() event: ContractEvent): Promise<void> {
    const on = event.happenedOn;
    if (isContract(matching.placementConfirmed, event)) {
      const { requestId: id, volunteerId, newcomerId } = event.data;
      if (newcomerId === undefined) return;
      const command = { pair: { volunteerId, newcomerId }, on };
      await this.commands.react(event, consumer, { stream: acquaintance, id, decide: beginAcquaintance, command });
    }
    if (isContract(matching.placementEnded, event) || isContract(matching.requestWithdrawn, event)) {
      const { requestId: id } = event.data;
      await this.commands.react(event, consumer, {
        stream: acquaintance,
        id,
        decide: endAcquaintance,
        command: { on },
      });
    }
  }
}
