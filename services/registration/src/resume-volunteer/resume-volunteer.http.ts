import {
  businessDay,
  BusinessDayBody,
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
@Controller('registration/:tenant/volunteers/:id/resume')
export class ResumeVolunteerHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async resume(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    const command = { on: businessDay(body.on, context) };
    return changed(
      id,
      await this.commands.send(context, { stream: volunteer, id, decide: resumeVolunteer, command }, statuses),
    );
  }
}
