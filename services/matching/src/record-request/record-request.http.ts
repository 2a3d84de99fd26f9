import {
  businessDay,
  Commands,
  Context,
  created,
  Needs,
  office,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { detailsOf, RequestBody, requestIdOf } from '../request/request.body.js';
import { request } from '../request/request.stream.js';
import { recordRequest, type RecordRequestRefusal } from './record-request.decider.js';

const statuses = { 'code-taken': HttpStatus.CONFLICT } satisfies RefusalStatuses<RecordRequestRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant/requests')
export class RecordRequestHttp {
  constructor(private readonly commands: Commands) {}

  /** Somebody asks for a guide. 409 `code-taken` when the running number belongs to another request. */
  @Post()
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  async record(@Context() context: RequestContext, @Body() body: RequestBody): Promise<Written> {
    const id = body.code === undefined ? context.newId() : requestIdOf(context.scope, body.code);
    const receivedOn = businessDay(body.receivedOn, context, 'receivedOn');
    const command = { details: detailsOf(id, body), receivedOn };
    return created(
      id,
      await this.commands.send(context, { stream: request, id, decide: recordRequest, command }, statuses),
    );
  }
}
