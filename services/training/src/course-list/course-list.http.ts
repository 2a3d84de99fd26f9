import {
  Context,
  ListQuery,
  Needs,
  OpenToOversight,
  OneOf,
  readers,
  Text,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { courseIdOf } from '../course/course.stream.js';
import { enrolledIn, waitingFor } from '../course/participation.state.js';
import { courseView, type CourseRow } from '../course/course.view.js';

const statuses = ['planned', 'completed'] as const;

class CourseQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @Text({ max: 40, optional: true })
  readonly code?: string;
}

/** A course without its people. */
export interface CourseSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly town: string;
  readonly status: (typeof statuses)[number];
  readonly firstSessionOn: Day;
  readonly lastSessionOn: Day;
  readonly completedOn?: Day;
  readonly sessions: number;
  readonly seats: number | null;
  readonly enrolled: number;
  readonly waiting: number;
  readonly revision: number;
}

@ApiTags('training')
@Controller('training/:tenant/courses')
export class CourseListHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Ordered by first session. Seats and counts only, so that counties may be let in; partners see `shared-courses` of their own. */
  @Get()
  @Needs(...readers)
  @OpenToOversight('courses')
  @ApiOkResponse({
    description:
      '{items: [{id, code, title, town, status, firstSessionOn, lastSessionOn, completedOn, sessions, seats, enrolled, waiting, revision}], next}; `sessions`, `enrolled` and `waiting` are numbers',
  })
  async list(@Context() context: RequestContext, @Query() query: CourseQuery): Promise<ListAnswer<CourseSummary>> {
    const { status, town, code, ...paging } = query;
    const filter = {
      ...(status ? { status } : {}),
      ...(town ? { town } : {}),
      ...(code ? { id: courseIdOf(context.scope, code) } : {}),
    };
    const page = await this.reader.list(context, courseView, { ...paging, filter, orderBy: 'firstSessionOn' });
    return { ...page, items: page.items.map(summaryOf) };
  }
}

function summaryOf(row: CourseRow): CourseSummary {
  const { id, courseCode: code, courseTitle: title, town, status, revision, firstSessionOn, lastSessionOn } = row;
  return {
    ...{ id, code, title, town, status, firstSessionOn, lastSessionOn },
    ...(row.completedOn ? { completedOn: row.completedOn } : {}),
    sessions: row.sessions.length,
    seats: row.seats ?? null,
    enrolled: enrolledIn(row).length,
    waiting: waitingFor(row).length,
    revision,
  };
}
