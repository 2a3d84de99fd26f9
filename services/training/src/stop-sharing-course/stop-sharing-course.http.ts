import {
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
import { Controller, Delete, HttpStatus, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { stopSharingCourse, type StopSharingCourseRefusal } from './stop-sharing-course.decider.js';

const statuses = { 'unknown-course': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<StopSharingCourseRefusal>;

@ApiTags('training')
@Controller('training/:tenant/courses/:id/shares/:partner')
export class StopSharingCourseHttp {
  constructor(private readonly commands: Commands) {}

  /** The partner enrols nobody any more; whom it has enrolled stays until the course is over. */
  @Delete()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async stop(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Param('partner') partner: string,
  ): Promise<Written> {
    const command = { partner, on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: course, id, decide: stopSharingCourse, command }, statuses),
    );
  }
}
