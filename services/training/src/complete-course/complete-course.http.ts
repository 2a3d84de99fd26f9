import { randomBytes } from 'node:crypto';
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
  Written,
  type RefusalStatuses,
  type RequestContext,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { completeCourse, type CompleteCourseRefusal } from './complete-course.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'session-in-the-future': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<CompleteCourseRefusal>;

class CompletionAnswer extends WriteAnswer {
  @ApiProperty({ description: 'How many certificates this request has issued.' })
  readonly certificates: number;
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/complete')
export class CompleteCourseHttp {
  constructor(private readonly commands: Commands) {}

  /** Ends the course and issues its certificates, dated `on`. May be repeated, also to certify who has made up a session since. */
  @Post()
  @Needs(...trainers)
  @ApiOkResponse({ type: CompletionAnswer })
  async complete(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written<CompletionAnswer>> {
    const command = { on: businessDay(body.on, context), secret: randomBytes(32).toString('hex') };
    const outcome = await this.commands.send(
      context,
      { stream: course, id, decide: completeCourse, command },
      statuses,
    );
    const answer = changed(id, outcome);
    const certificates = outcome.events.filter((event) => event.type === 'CertificateIssued').length;
    return new Written(answer.status, { ...answer.body, certificates }, answer.revision);
  }
}
