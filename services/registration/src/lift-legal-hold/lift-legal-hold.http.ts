import {
  changed,
  Commands,
  Context,
  Needs,
  office,
  PathId,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasure } from '../erasure/erasure.stream.js';
import { liftLegalHold } from './lift-legal-hold.decider.js';

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
    return changed(
      holdId,
      await this.commands.send(context, { stream: erasure, id, decide: liftLegalHold, command }, {}),
    );
  }
}
