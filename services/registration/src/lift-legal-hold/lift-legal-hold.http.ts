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
import { Controller, Delete, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasure } from '../erasure/erasure.stream.js';
import { liftLegalHold, type LiftLegalHoldRefusal } from './lift-legal-hold.decider.js';

const statuses = { 'unknown-hold': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<LiftLegalHoldRefusal>;

@ApiTags('privacy')
@Controller('registration/:tenant/erasures/:id/holds/:holdId')
export class LiftLegalHoldHttp {
  constructor(private readonly commands: Commands) {}

  /** The reason to keep the data is gone. May be repeated. */
  @Delete()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async lift(
    @Context() context: RequestContext,
    @PathId() id: string,
    @PathId('holdId') holdId: string,
  ): Promise<Written> {
    const command = { holdId, on: context.today };
    const task = { stream: erasure, id, decide: liftLegalHold, command };
    return changed(holdId, await this.commands.send(context, task, statuses));
  }
}
