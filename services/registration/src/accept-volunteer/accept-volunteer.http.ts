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
import { acceptVolunteer, type AcceptVolunteerRefusal } from './accept-volunteer.decider.js';

const statuses = {
  'unknown-volunteer': HttpStatus.NOT_FOUND,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<AcceptVolunteerRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/volunteers/:id/accept')
export class AcceptVolunteerHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async accept(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    const command = { on: businessDay(body.on, context) };
    return changed(
      id,
      await this.commands.send(context, { stream: volunteer, id, decide: acceptVolunteer, command }, statuses),
    );
  }
}
