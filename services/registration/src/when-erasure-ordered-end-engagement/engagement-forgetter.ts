import { Commands, PersonForgetter, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { endErasedAccount } from '../end-erased-account.decider.js';
import { Exports } from '../exports.js';
import { accountOf } from '../membership/account.body.js';
import { membership } from '../membership/membership.stream.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { FormerSignIns } from './former-sign-ins.js';
import { endErasedEngagement } from './end-erased-engagement.decider.js';

/** What registration does about an erased person beside its keys. */
@Injectable()
export class EngagementForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly exports: Exports,
    private readonly signIns: FormerSignIns,
  ) {
    super();
  }

  override async forget({ scope, subjectId, kind, order, consumer }: ErasureTask): Promise<void> {
    await this.exports.expireThoseOf({ scope, actor: `reaction:${consumer}`, on: order.happenedOn }, subjectId);
    const on = { on: order.happenedOn };
    const membershipId = kind === 'staff' ? subjectId : accountOf(scope, subjectId);
    const account = { stream: membership, id: membershipId, decide: endErasedAccount, command: on };
    await this.commands.react(order, consumer, { ...account, part: 'account' });
    await this.signIns.forgetThoseOf(scope, membershipId);
    if (kind !== 'volunteer') return;
    const task = { stream: volunteer, id: subjectId, decide: endErasedEngagement, command: on, part: 'engagement' };
    await this.commands.react(order, consumer, task);
  }
}
