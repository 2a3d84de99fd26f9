import {
  changed,
  Commands,
  Context,
  NeedsSelf,
  ownId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasure } from '../erasure/erasure.stream.js';
import { withdrawErasure, type WithdrawErasureRefusal } from './withdraw-erasure.decider.js';

const statuses = {
  'requested-by-others': HttpStatus.CONFLICT,
  'erasure-ordered': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<WithdrawErasureRefusal>;

@ApiTags('privacy')
@Controller('registration/:tenant/me/erasure')
export class WithdrawErasureHttp {
  constructor(private readonly commands: Commands) {}

  /** Takes one's own request to be forgotten back, while nobody has ordered it. May be repeated. */
  @Delete()
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ type: WriteAnswer })
  async withdraw(@Context() context: RequestContext): Promise<Written> {
    const id = ownId(context);
    const task = { stream: erasure, id, decide: withdrawErasure, command: { on: context.today } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
