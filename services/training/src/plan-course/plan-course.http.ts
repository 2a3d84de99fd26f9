import {
  Commands,
  Context,
  created,
  Needs,
  Problem,
  ServiceRuntime,
  trainers,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { loadState } from '@lotsennetz/kernel';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { course, courseIdOf } from '../course/course.stream.js';
import { curriculum, type CurriculumContent } from '../curriculum/curriculum.stream.js';
import { CourseBody } from './plan-course.body.js';
import { planCourse, type PlanCourseRefusal } from './plan-course.decider.js';
import { planFrom } from './plan-from-body.js';

const statuses = { 'course-code-taken': HttpStatus.CONFLICT } satisfies RefusalStatuses<PlanCourseRefusal>;

@ApiTags('training')
@Controller('training/:tenant/courses')
export class PlanCourseHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** The code is unique in the tenant; planning the same course again answers 200. */
  @Post()
  @Needs(...trainers)
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'The very same course is planned already.' })
  async plan(@Context() context: RequestContext, @Body() body: CourseBody): Promise<Written> {
    const id = courseIdOf(context.scope, body.code);
    const command = { plan: planFrom(body, await this.curriculumOf(context, body)), on: context.today };
    return created(
      id,
      await this.commands.send(context, { stream: course, id, decide: planCourse, command }, statuses),
    );
  }

  private async curriculumOf(
    { scope }: RequestContext,
    { curriculumId: id }: CourseBody,
  ): Promise<CurriculumContent | undefined> {
    if (id === undefined) return undefined;
    const { state } = await loadState(this.runtime, curriculum, { scope, id });
    if (state.status === 'unknown')
      throw new Problem(HttpStatus.NOT_FOUND, 'unknown-curriculum', 'There is no such curriculum.');
    return state;
  }
}
