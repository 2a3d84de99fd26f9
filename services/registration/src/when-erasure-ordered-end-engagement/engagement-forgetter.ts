import { Commands, PersonForgetter, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { Exports } from '../exports.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { endErasedEngagement } from './end-erased-engagement.decider.js';

/** What registration does about an erased person beside its keys. */
@Injectable()
export class EngagementForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly exports: Exports,
  ) {
    super();
  }

  override async forget({ scope, subjectId, kind, order, consumer }: ErasureTask): Promise<void> {
    await this.exports.expireThoseOf({ scope, actor: `reaction:${consumer}`, on: order.happenedOn }, subjectId);
    if (kind !== 'volunteer') return;
    const command = { on: order.happenedOn };
    const task = { stream: volunteer, id: subjectId, decide: endErasedEngagement, command, part: 'engagement' };
    await this.commands.react(order, consumer, task);
  }
}
