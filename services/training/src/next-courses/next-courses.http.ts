import type { Day } from '@lotsennetz/kernel';
import { Context, Public, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { courseView, type CourseRow } from '../course/course.view.js';
import { freeSeats } from '../course/seats.state.js';

class NextSession {
  @ApiProperty({ type: String, format: 'date' })
  readonly heldOn: Day;
  @ApiProperty()
  readonly startsAt: string;
  @ApiProperty()
  readonly endsAt: string;
}

/** What anybody may know of a course: nothing about who takes part. */
class NextCourse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty()
  readonly title: string;
  @ApiProperty()
  readonly town: string;
  @ApiProperty({ type: [NextSession] })
  readonly sessions: readonly NextSession[];
  @ApiProperty({ type: Number, nullable: true, description: 'null: no limit.' })
  readonly seatsLeft: number | null;
  @ApiProperty({ description: 'Whether a full course keeps a waiting list.' })
  readonly waitingList: boolean;
}

class NextCourses {
  @ApiProperty({ type: [NextCourse] })
  readonly items: readonly NextCourse[];
}

const shownAtMost = 50;

@ApiTags('training')
@Controller('training/:tenant/next-courses')
export class NextCoursesHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Planned courses whose last session is still to come, the next one first. */
  @Get()
  @Public()
  @ApiOkResponse({ type: NextCourses })
  async list(@Context() context: RequestContext): Promise<NextCourses> {
    const page = await this.reader.list(context, courseView, {
      filter: { status: 'planned' },
      orderBy: 'firstSessionOn',
      descending: true,
      limit: shownAtMost,
    });
    const coming = page.items.filter(({ lastSessionOn }) => lastSessionOn >= context.today);
    return { items: coming.reverse().map(nextCourse) };
  }
}

function nextCourse(row: CourseRow): NextCourse {
  const { id, courseTitle: title, town, seats, waitingList } = row;
  const sessions = row.sessions.map(({ heldOn, startsAt, endsAt }) => ({ heldOn, startsAt, endsAt }));
  const seatsLeft = seats === undefined ? null : Math.max(0, freeSeats(row));
  return { id, title, town, sessions, seatsLeft, waitingList };
}
