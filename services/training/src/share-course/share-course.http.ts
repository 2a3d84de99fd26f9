import {
  bothSigned,
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  Problem,
  ServiceRuntime,
  Text,
  trainers,
  WholeNumber,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { shareCourse, type ShareCourseRefusal } from './share-course.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
  'seats-taken': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ShareCourseRefusal>;

class ShareBody {
  @Text({ max: 40, description: 'Id of the tenant that may enrol its own people.' })
  readonly partner: string;
  @WholeNumber({
    min: 1,
    max: 10_000,
    optional: true,
    description:
      'Seats set aside for the partner, which then has no others; all share the same ones unless told otherwise.',
  })
  readonly seats?: number;
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/shares')
export class ShareCourseHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Opens this one course to a partner. 409 `no-agreement` unless both have signed one about courses. */
  @Post()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async share(@Context() context: RequestContext, @PathId() id: string, @Body() body: ShareBody): Promise<Written> {
    const { partner, seats } = body;
    // One answer, whether the partner has not signed or does not exist: who is a tenant is not told here.
    if (!bothSigned(this.runtime.access.grants, [context.scope.tenant, partner], 'courses'))
      throw new Problem(
        HttpStatus.CONFLICT,
        'no-agreement',
        'There is no agreement about courses that both have signed.',
      );
    const command = { partner, ...(seats === undefined ? {} : { seats }), on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: course, id, decide: shareCourse, command }, statuses),
    );
  }
}
