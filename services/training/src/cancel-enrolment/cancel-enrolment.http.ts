import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  ownId,
  PathId,
  trainers,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { cancelEnrolment, type CancelEnrolment, type CancelEnrolmentRefusal } from './cancel-enrolment.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'not-enrolled': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<CancelEnrolmentRefusal>;

@ApiTags('training')
@Controller('training/:tenant')
export class CancelEnrolmentHttp {
  constructor(private readonly commands: Commands) {}

  /** Leaves the seat or the waiting list; a freed seat goes to the first who waits. */
  @Delete('courses/:id/enrolments/:volunteerId')
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  cancel(
    @Context() context: RequestContext,
    @PathId() id: string,
    @PathId('volunteerId') volunteerId: string,
    @Query() query: BusinessDayBody,
  ): Promise<Written> {
    return this.send(context, id, { volunteerId, on: businessDay(query.on, context) });
  }

  /** Leaves one's own seat or the waiting list. */
  @Post('me/courses/:id/cancel')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  cancelOwn(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    return this.send(context, id, { volunteerId: ownId(context), on: context.today });
  }

  private async send(context: RequestContext, id: string, command: CancelEnrolment): Promise<Written> {
    const task = { stream: course, id, decide: cancelEnrolment, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
