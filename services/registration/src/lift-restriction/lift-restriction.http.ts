import {
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { restriction } from '../restriction/restriction.stream.js';
import { liftRestriction, type LiftRestrictionRefusal } from './lift-restriction.decider.js';

const statuses = { 'never-restricted': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<LiftRestrictionRefusal>;

@ApiTags('privacy')
@Controller('registration/:tenant/restrictions/:id')
export class LiftRestrictionHttp {
  constructor(private readonly commands: Commands) {}

  /** What is stored about this person may be used again. Tell them before (Art. 18 para. 3 DSGVO). */
  @Delete()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async lift(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const task = { stream: restriction, id, decide: liftRestriction, command: { on: context.today } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
