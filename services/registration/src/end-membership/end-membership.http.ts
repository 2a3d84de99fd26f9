import {
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  notFound,
  office,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { accountOf } from '../membership/account.body.js';
import { membership, type EndReason } from '../membership/membership.stream.js';
import { endMembership, type EndMembershipRefusal } from './end-membership.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'not-an-account': HttpStatus.NOT_FOUND,
} satisfies RefusalStatuses<EndMembershipRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant')
export class EndMembershipHttp {
  constructor(private readonly commands: Commands) {}

  /** The office ends an account; what is stored about the person stays. */
  @Post('accounts/:id/end')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  end(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    return this.send(context, id, 'dismissed');
  }

  /** People end their own account; what is stored about them stays until they ask for its erasure. */
  @Post('me/account/end')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ type: WriteAnswer })
  leave(@Context() context: RequestContext): Promise<Written> {
    if (context.subjectId === undefined) throw notFound();
    return this.send(context, accountOf(context.scope, context.subjectId), 'left');
  }

  private async send(context: RequestContext, id: string, reason: EndReason): Promise<Written> {
    const command = { reason, on: context.today };
    const task = { stream: membership, id, decide: endMembership, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
