import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  office,
  ownId,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { pauseVolunteer, type PauseVolunteerRefusal } from './pause-volunteer.decider.js';

const statuses = {
  'unknown-volunteer': HttpStatus.NOT_FOUND,
  'not-active': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<PauseVolunteerRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant')
export class PauseVolunteerHttp {
  constructor(private readonly commands: Commands) {}

  @Post('volunteers/:id/pause')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  pause(@Context() context: RequestContext, @PathId() id: string, @Body() body: BusinessDayBody): Promise<Written> {
    return this.send(context, id, businessDay(body.on, context));
  }

  /** Takes a break from today, and is proposed to nobody meanwhile. */
  @Post('me/pause')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  pauseOwn(@Context() context: RequestContext): Promise<Written> {
    return this.send(context, ownId(context), context.today);
  }

  private async send(context: RequestContext, id: string, on: Day): Promise<Written> {
    const task = { stream: volunteer, id, decide: pauseVolunteer, command: { on } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
