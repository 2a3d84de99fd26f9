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
import { Body, Controller, HttpStatus, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ProfileBody } from '../volunteer/volunteer.body.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { changeProfile, type ChangeProfileRefusal } from './change-profile.decider.js';

const statuses = { 'unknown-volunteer': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<ChangeProfileRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/volunteers/:id')
export class ChangeProfileHttp {
  constructor(private readonly commands: Commands) {}

  /** Changes only the fields that are sent; a list replaces the earlier list. */
  @Patch()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async change(@Context() context: RequestContext, @PathId() id: string, @Body() body: ProfileBody): Promise<Written> {
    const command = { change: { ...body }, on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: volunteer, id, decide: changeProfile, command }, statuses),
    );
  }
}
