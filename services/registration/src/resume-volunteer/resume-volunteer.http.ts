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
import { resumeVolunteer, type ResumeVolunteerRefusal } from './resume-volunteer.decider.js';

const statuses = {
  'unknown-volunteer': HttpStatus.NOT_FOUND,
  'not-paused': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ResumeVolunteerRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant')
export class ResumeVolunteerHttp {
  constructor(private readonly commands: Commands) {}

  @Post('volunteers/:id/resume')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  resume(@Context() context: RequestContext, @PathId() id: string, @Body() body: BusinessDayBody): Promise<Written> {
    return this.send(context, id, businessDay(body.on, context));
  }

  /** Is back from a break from today. */
  @Post('me/resume')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  resumeOwn(@Context() context: RequestContext): Promise<Written> {
    return this.send(context, ownId(context), context.today);
  }

  private async send(context: RequestContext, id: string, on: Day): Promise<Written> {
    const task = { stream: volunteer, id, decide: resumeVolunteer, command: { on } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
