import {
  businessDay,
  BusinessDayBody,
  Context,
  Id,
  Needs,
  PathId,
  Problem,
  ServiceRuntime,
  trainers,
  WriteAnswer,
  Written,
  type RequestContext,
} from '@lotsennetz/platform';
import { loadState, type TenantScope } from '@lotsennetz/kernel';
import { Body, Controller, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { GuestSeats } from '../guest-seats.js';
import { participant } from '../participant/participant.stream.js';
import { GuestEnrolling } from './guest-enrolling.js';

class GuestEnrolmentBody extends BusinessDayBody {
  @Id({ description: 'One of the own volunteers.' })
  readonly volunteerId: string;
}

class GuestEnrolmentAnswer extends WriteAnswer {
  @ApiProperty({ enum: ['enrolled', 'waiting'] })
  readonly status: 'enrolled' | 'waiting';
}

@ApiTags('training')
@Controller('training/:tenant/shared-courses/:host/:id/enrolments')
export class EnrolGuestHttp {
  constructor(
    private readonly enrolling: GuestEnrolling,
    private readonly seats: GuestSeats,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Enrols one of the tenant's own volunteers in a course that `host` shares with it. The host learns no name. */
  @Post()
  @Needs(...trainers)
  @ApiCreatedResponse({ type: GuestEnrolmentAnswer })
  @ApiOkResponse({ type: GuestEnrolmentAnswer, description: 'Was enrolled or waiting already.' })
  async enrol(
    @Context() context: RequestContext,
    @Param('host') host: string,
    @PathId() courseId: string,
    @Body() body: GuestEnrolmentBody,
  ): Promise<Written<GuestEnrolmentAnswer>> {
    const { volunteerId } = body;
    const on = businessDay(body.on, context);
    this.seats.mustAgree(context.scope.tenant, host);
    await this.mustKnow(context.scope, volunteerId);
    const { status, written } = await this.enrolling.enrol(context, { host, courseId }, { volunteerId, on });
    return new Written(written.status, { ...written.body, status }, written.revision);
  }

  private async mustKnow(scope: TenantScope, volunteerId: string): Promise<void> {
    const { state } = await loadState(this.runtime, participant, { scope, id: volunteerId });
    if (state.status === 'unknown' || state.status === 'erased')
      throw new Problem(HttpStatus.NOT_FOUND, 'unknown-volunteer', 'There is no such volunteer.');
  }
}
