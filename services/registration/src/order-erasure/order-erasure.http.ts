import {
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  ServiceRuntime,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasure } from '../erasure/erasure.stream.js';
import { orderErasure, type OrderErasureRefusal } from '../order-erasure.decider.js';

const statuses = {
  'not-requested': HttpStatus.NOT_FOUND,
  held: HttpStatus.CONFLICT,
  'not-due': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<OrderErasureRefusal>;

@ApiTags('privacy')
@Controller('registration/:tenant/erasures/:id/order')
export class OrderErasureHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /**
   * Forgets the person, for good. When this is answered nothing about them can be opened any more; the services then
   * empty what they hold, and the list of erasures says which are still missing. 409 `held` while there is a hold.
   */
  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async order(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const command = { on: context.today };
    const ordered = await this.commands.send(context, { stream: erasure, id, decide: orderErasure, command }, statuses);
    // A crash just here leaves it to the reactions: each service destroys the keys before it does anything else.
    await this.runtime.keys.forget(context.scope, id);
    return changed(id, ordered);
  }
}
