import {
  businessDay,
  Commands,
  Context,
  created,
  Needs,
  NeedsSelf,
  office,
  ownId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags, PickType } from '@nestjs/swagger';
import { detailsOf, RequestBody, requestIdOf } from '../request/request.body.js';
import { request } from '../request/request.stream.js';
import { recordRequest, type RecordRequest, type RecordRequestRefusal } from './record-request.decider.js';

const statuses = { 'code-taken': HttpStatus.CONFLICT } satisfies RefusalStatuses<RecordRequestRefusal>;

/** How urgent it is and whose turn comes first, the office says. */
class OwnRequestBody extends PickType(RequestBody, [
  'householdSize',
  'languages',
  'topics',
  'availability',
  'postalCode',
  'town',
  'kind',
  'genderWish',
  'note',
] as const) {}

@ApiTags('matching')
@Controller('matching/:tenant')
export class RecordRequestHttp {
  constructor(private readonly commands: Commands) {}

  /** Somebody asks for a guide. 409 `code-taken` when the running number belongs to another request. */
  @Post('requests')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  record(@Context() context: RequestContext, @Body() body: RequestBody): Promise<Written> {
    const id = body.code === undefined ? context.newId() : requestIdOf(context.scope, body.code);
    const receivedOn = businessDay(body.receivedOn, context, 'receivedOn');
    return this.send(context, id, { details: detailsOf(id, body), receivedOn });
  }

  /** A household asks for a guide itself, also a second time for something else. */
  @Post('me/requests')
  @NeedsSelf('newcomer')
  @ApiCreatedResponse({ type: WriteAnswer })
  ask(@Context() context: RequestContext, @Body() body: OwnRequestBody): Promise<Written> {
    const id = context.newId();
    const details = detailsOf(id, { ...body, newcomerId: ownId(context) });
    return this.send(context, id, { details, receivedOn: context.today });
  }

  private async send(context: RequestContext, id: string, command: RecordRequest): Promise<Written> {
    const task = { stream: request, id, decide: recordRequest, command };
    return created(id, await this.commands.send(context, task, statuses));
  }
}
