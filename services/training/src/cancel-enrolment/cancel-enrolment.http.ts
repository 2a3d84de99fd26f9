import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  trainers,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete, HttpStatus, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { cancelEnrolment, type CancelEnrolmentRefusal } from './cancel-enrolment.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'not-enrolled': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<CancelEnrolmentRefusal>;

@ApiTags('training')
@Controller('training/:tenant/courses/:id/enrolments/:volunteerId')
export class CancelEnrolmentHttp {
  constructor(private readonly commands: Commands) {}

  /** Leaves the seat or the waiting list; a freed seat goes to the first who waits. */
  @Delete()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async cancel(
    @Context() context: RequestContext,
    @PathId() id: string,
    @PathId('volunteerId') volunteerId: string,
    @Query() query: BusinessDayBody,
  ): Promise<Written> {
    const command = { volunteerId, on: businessDay(query.on, context) };
    return changed(
      id,
      await this.commands.send(context, { stream: course, id, decide: cancelEnrolment, command }, statuses),
    );
  }
}
