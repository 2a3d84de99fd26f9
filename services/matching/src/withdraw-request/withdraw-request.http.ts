import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  office,
  ownId,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { request } from '../request/request.stream.js';
import { withdrawRequest, type WithdrawRequest, type WithdrawRequestRefusal } from './withdraw-request.decider.js';

const statuses = {
  'unknown-request': HttpStatus.NOT_FOUND,
  'request-confirmed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<WithdrawRequestRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant')
export class WithdrawRequestHttp {
  constructor(private readonly commands: Commands) {}

  /** The need is gone. 409 `request-confirmed` when a placement came of it: end that instead. */
  @Post('requests/:id/withdraw')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  withdraw(@Context() context: RequestContext, @PathId() id: string, @Body() body: BusinessDayBody): Promise<Written> {
    return this.send(context, id, { on: businessDay(body.on, context) });
  }

  /** A household needs no guide any more. */
  @Post('me/requests/:id/withdraw')
  @NeedsSelf('newcomer')
  @ApiOkResponse({ type: WriteAnswer })
  withdrawOwn(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    return this.send(context, id, { newcomerId: ownId(context), on: context.today });
  }

  private async send(context: RequestContext, id: string, command: WithdrawRequest): Promise<Written> {
    const task = { stream: request, id, decide: withdrawRequest, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
