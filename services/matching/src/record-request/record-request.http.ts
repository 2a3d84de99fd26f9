import { loadState } from '@lotsennetz/kernel';
import {
  businessDay,
  Commands,
  Context,
  created,
  Id,
  Needs,
  NeedsSelf,
  office,
  ownId,
  ServiceRuntime,
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

const statuses = {
  'code-taken': HttpStatus.CONFLICT,
  'unknown-earlier-request': HttpStatus.UNPROCESSABLE_ENTITY,
  'placement-not-ended': HttpStatus.CONFLICT,
  'another-household': HttpStatus.UNPROCESSABLE_ENTITY,
} satisfies RefusalStatuses<RecordRequestRefusal>;

class NewRequestBody extends RequestBody {
  @Id({ optional: true, description: 'A rematch: the earlier request of this household, whose placement has ended.' })
  readonly follows?: string;
}

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
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /**
   * Somebody asks for a guide. 409 `code-taken` when the running number belongs to another request; a rematch is
   * refused with 422 `unknown-earlier-request`, `another-household`, 409 `placement-not-ended` and 410 where the household was
   * forgotten.
   */
  @Post('requests')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  async record(@Context() context: RequestContext, @Body() { follows, ...body }: NewRequestBody): Promise<Written> {
    const id = body.code === undefined ? context.newId() : requestIdOf(context.scope, body.code);
    const receivedOn = businessDay(body.receivedOn, context, 'receivedOn');
    const rematch = follows === undefined ? {} : { follows: await this.earlier(context, follows) };
    return this.send(context, id, { details: detailsOf(id, body), receivedOn, ...rematch });
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

  /** The rematch is about the same household; of one that was forgotten nothing is recorded any more. */
  private async earlier({ scope }: RequestContext, requestId: string) {
    const { state: earlier } = await loadState(this.runtime, request, { scope, id: requestId });
    if (earlier.status !== 'unknown') await this.runtime.keys.refuseForgotten(scope, [earlier.details.about]);
    return { requestId, earlier };
  }

  private async send(context: RequestContext, id: string, command: RecordRequest): Promise<Written> {
    const task = { stream: request, id, decide: recordRequest, command };
    return created(id, await this.commands.send(context, task, statuses));
  }
}
