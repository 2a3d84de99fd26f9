import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  office,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { request } from '../request/request.stream.js';
import { withdrawRequest, type WithdrawRequestRefusal } from './withdraw-request.decider.js';

const statuses = {
  'unknown-request': HttpStatus.NOT_FOUND,
  'request-confirmed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<WithdrawRequestRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant/requests/:id/withdraw')
export class WithdrawRequestHttp {
  constructor(private readonly commands: Commands) {}

  /** The need is gone. 409 `request-confirmed` when a placement came of it: end that instead. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async withdraw(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    const command = { on: businessDay(body.on, context) };
    return changed(
      id,
      await this.commands.send(context, { stream: request, id, decide: withdrawRequest, command }, statuses),
    );
  }
}
