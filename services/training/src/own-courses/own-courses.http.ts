import {
  AfterQuery,
  Context,
  NeedsSelf,
  ownId,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { courseView } from '../course/course.view.js';
import { coursesOfVolunteer } from './courses-of-volunteer.projection.js';
import { ownCourse, type OwnCourse } from './own-course.js';

@ApiTags('training')
@Controller('training/:tenant/me/courses')
export class OwnCoursesHttp {
  constructor(private readonly reader: ViewReader) {}

  /** The latest first. Of a course's other people nothing is told but how many wait before oneself. */
  @Get()
  @NeedsSelf('volunteer')
  @ApiOkResponse({
    description:
      '{items: [{id, code, title, town, status, completedOn, place, since, waitingBefore, missed, maxMissed, certificateId, sessions: [{number, title, heldOn, startsAt, endsAt, minutes, lecturer, mark}]}], next}; `place` is invited, enrolled, waiting or cancelled, `mark` present, absent, made-up or unrecorded.',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<OwnCourse>> {
    await this.reader.reach(after);
    const volunteerId = ownId(context);
    const of = await this.reader.find(context, coursesOfVolunteer, volunteerId);
    const rows = await Promise.all((of?.courseIds ?? []).map((id) => this.reader.find(context, courseView, id)));
    const known = rows.filter((row) => row !== undefined);
    const latestFirst = known.toSorted((a, b) => b.firstSessionOn.localeCompare(a.firstSessionOn));
    return {
      items: latestFirst.map((row) => ownCourse(row, volunteerId)).filter((each) => each !== undefined),
      next: null,
    };
  }
}
