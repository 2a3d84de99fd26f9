import {
  businessDay,
  BusinessDayBody,
  Commands,
  Context,
  created,
  Id,
  Needs,
  PathId,
  Problem,
  ServiceRuntime,
  trainers,
  WriteAnswer,
  Written,
  type RefusalStatuses,
  type RequestContext,
} from '@lotsennetz/platform';
import { loadState, type TenantScope } from '@lotsennetz/kernel';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { participationOf } from '../course/participation.state.js';
import { course } from '../course/course.stream.js';
import { participant } from '../participant/participant.stream.js';
import { enrolVolunteer, type EnrolVolunteerRefusal } from './enrol-volunteer.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
  'course-full': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<EnrolVolunteerRefusal>;

class EnrolmentBody extends BusinessDayBody {
  @Id()
  readonly volunteerId: string;
}

class EnrolmentAnswer extends WriteAnswer {
  @ApiProperty({ enum: ['enrolled', 'waiting'] })
  readonly status: 'enrolled' | 'waiting';
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/enrolments')
export class EnrolVolunteerHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** A seat or, in a full course, a place on the waiting list. A volunteer registered a moment ago may still be unknown here. */
  @Post()
  @Needs(...trainers)
  @ApiCreatedResponse({ type: EnrolmentAnswer })
  @ApiOkResponse({ type: EnrolmentAnswer, description: 'Was enrolled or waiting already.' })
  async enrol(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: EnrolmentBody,
  ): Promise<Written<EnrolmentAnswer>> {
    const on = businessDay(body.on, context);
    const { volunteerId } = body;
    await this.mustKnow(context.scope, volunteerId);
    const command = { volunteerId, on };
    const outcome = await this.commands.send(
      context,
      { stream: course, id, decide: enrolVolunteer, command },
      statuses,
    );
    const { status, body: answer, revision } = created(id, outcome);
    const waits = outcome.events.some((event) => event.type === 'VolunteerWaitlisted');
    const now = outcome.state.status === 'unknown' ? undefined : participationOf(outcome.state, volunteerId);
    // A repeated key is answered like the first time, whatever has become of the place since.
    const waiting = outcome.events.length > 0 ? waits : now?.status === 'waiting';
    return new Written(status, { ...answer, status: waiting ? 'waiting' : 'enrolled' }, revision);
  }

  private async mustKnow(scope: TenantScope, volunteerId: string): Promise<void> {
    const { state } = await loadState(this.runtime, participant, { scope, id: volunteerId });
    if (state.status === 'unknown' || state.status === 'erased')
      throw new Problem(HttpStatus.NOT_FOUND, 'unknown-volunteer', 'There is no such volunteer.');
  }
}
