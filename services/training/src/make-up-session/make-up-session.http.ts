import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Id,
  Needs,
  PathId,
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
import { makeUpSession, type MakeUpSessionRefusal } from './make-up-session.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'unknown-session': HttpStatus.NOT_FOUND,
  'not-enrolled': HttpStatus.CONFLICT,
  'earlier-than-session': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<MakeUpSessionRefusal>;

class MakeUpBody extends BusinessDayBody {
  @Id()
  readonly volunteerId: string;
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/sessions/:n/make-ups')
export class MakeUpSessionHttp {
  constructor(private readonly commands: Commands) {}

  /** A missed session was made up; it counts as attended. */
  @Post()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async makeUp(
    @Context() context: RequestContext,
    @PathId() id: string,
    @SessionNumber() session: number,
    @Body() { volunteerId, on }: MakeUpBody,
  ): Promise<Written> {
    const command = { session, volunteerId, on: businessDay(on, context) };
    return changed(
      id,
      await this.commands.send(context, { stream: course, id, decide: makeUpSession, command }, statuses),
    );
  }
}
