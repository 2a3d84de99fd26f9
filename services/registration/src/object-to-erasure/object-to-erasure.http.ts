import { addDays, type Day } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Context,
  invalidInput,
  Needs,
  OnDay,
  OneOf,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { objectionReasons, type ObjectionReason } from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import { objectToErasure, type ObjectToErasureRefusal } from './object-to-erasure.decider.js';

const statuses = {
  'not-proposed': HttpStatus.NOT_FOUND,
  'erasure-requested': HttpStatus.CONFLICT,
  'erasure-ordered': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ObjectToErasureRefusal>;

const usuallyDays = 365;

class ObjectionBody {
  @OneOf(objectionReasons)
  readonly reason: ObjectionReason;
  @OnDay({ optional: true, description: 'From when it may be proposed again; a year from now unless told otherwise.' })
  readonly until?: Day;
}

@ApiTags('privacy')
@Controller('registration/:tenant/erasures/:id/objection')
export class ObjectToErasureHttp {
  constructor(private readonly commands: Commands) {}

  /** Keeps the data of somebody whom the retention clock would forget. */
  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async object(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: ObjectionBody,
  ): Promise<Written> {
    const { reason, until = addDays(context.today, usuallyDays) } = body;
    if (until <= context.today) throw invalidInput([{ field: 'until', problem: 'must lie in the future' }]);
    const task = { stream: erasure, id, decide: objectToErasure, command: { reason, until, on: context.today } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
