import {
  changed,
  Commands,
  Context,
  Flag,
  Id,
  invalidInput,
  Needs,
  PathId,
  Records,
  trainers,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SessionNumber } from '../course/course.body.js';
import { course } from '../course/course.stream.js';
import { recordAttendance, type RecordAttendanceRefusal } from './record-attendance.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'unknown-session': HttpStatus.NOT_FOUND,
  'session-in-the-future': HttpStatus.CONFLICT,
  'not-enrolled': HttpStatus.CONFLICT,
  'course-completed': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<RecordAttendanceRefusal>;

class MarkBody {
  @Id()
  readonly volunteerId: string;
  @Flag()
  readonly present: boolean;
}

class AttendanceBody {
  @Records(() => MarkBody, { max: 1000, description: 'Whoever is not in the list keeps the mark they had.' })
  readonly attendance: MarkBody[];
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/sessions/:n/attendance')
export class RecordAttendanceHttp {
  constructor(private readonly commands: Commands) {}

  /** Who was there. Sending other marks later corrects the earlier ones; who has no mark at the end counts as missed. */
  @Post()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async record(
    @Context() context: RequestContext,
    @PathId() id: string,
    @SessionNumber() session: number,
    @Body() { attendance }: AttendanceBody,
  ): Promise<Written> {
    if (new Set(attendance.map(({ volunteerId }) => volunteerId)).size < attendance.length)
      throw invalidInput([{ field: 'attendance', problem: 'a volunteer stands twice' }]);
    const command = { session, attendance: attendance.map((mark) => ({ ...mark })), today: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: course, id, decide: recordAttendance, command }, statuses),
    );
  }
}
