import {
  Commands,
  Context,
  Needs,
  PathId,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Invitations, validUntil } from '../invitations.js';
import { InvitedAnswer } from '../membership/membership.body.js';
import { membership } from '../membership/membership.stream.js';
import { inviteAgain, type InviteAgainRefusal } from './invite-again.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'already-accepted': HttpStatus.CONFLICT,
  'membership-ended': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<InviteAgainRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/staff/:id/invite-again')
export class InviteAgainHttp {
  constructor(
    private readonly commands: Commands,
    private readonly invitations: Invitations,
  ) {}

  /** A new link; the earlier one is worth nothing from then on. */
  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: InvitedAnswer })
  async invite(@Context() context: RequestContext, @PathId() id: string): Promise<Written<InvitedAnswer>> {
    const command = { validUntil: validUntil(context.today), on: context.today };
    const task = { stream: membership, id, decide: inviteAgain, command };
    return this.invitations.answer(context.scope, id, await this.commands.send(context, task, statuses));
  }
}
