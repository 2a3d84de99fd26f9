import {
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
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { message } from '../message/message.stream.js';
import { retryMessage, type RetryMessageRefusal } from './retry-message.decider.js';

const statuses = {
  'unknown-message': HttpStatus.NOT_FOUND,
  'already-sent': HttpStatus.CONFLICT,
  withdrawn: HttpStatus.CONFLICT,
} satisfies RefusalStatuses<RetryMessageRefusal>;

@ApiTags('notifications')
@Controller('notifications/:tenant/messages/:id/retry')
export class RetryMessageHttp {
  constructor(private readonly commands: Commands) {}

  /** Sends a message again that was given up. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async retry(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const command = { now: context.now, on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: message, id, decide: retryMessage, command }, statuses),
    );
  }
}
