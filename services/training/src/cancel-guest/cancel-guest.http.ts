import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  notFound,
  PathId,
  ServiceRuntime,
  trainers,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { loadState } from '@lotsennetz/kernel';
import { Controller, Delete, HttpStatus, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { guestEnrolment, guestEnrolmentIdOf } from '../guest-enrolment/guest-enrolment.stream.js';
import { GuestSeats } from '../guest-seats.js';
import { cancelGuest, type CancelGuestRefusal } from '../cancel-guest.decider.js';

const statuses = {
  'not-enrolled': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<CancelGuestRefusal>;

@ApiTags('training')
@Controller('training/:tenant/shared-courses/:host/:id/enrolments/:volunteerId')
export class CancelGuestHttp {
  constructor(
    private readonly commands: Commands,
    private readonly seats: GuestSeats,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Withdraws one of the tenant's own people; the seat goes to the first who waits at the host. */
  @Delete()
  @Needs(...trainers)
  @ApiOkResponse({ type: WriteAnswer })
  async cancel(
    @Context() context: RequestContext,
    @Param('host') host: string,
    @PathId() courseId: string,
    @PathId('volunteerId') volunteerId: string,
    @Query() query: BusinessDayBody,
  ): Promise<Written> {
    const { scope } = context;
    const on = businessDay(query.on, context);
    const at = { host, courseId };
    const id = guestEnrolmentIdOf(scope, { ...at, volunteerId });
    // The own enrolment opens the way to the host, so that one may still be withdrawn after the agreement has ended.
    const { state } = await loadState(this.runtime, guestEnrolment, { scope, id });
    if (state.status === 'unknown') throw notFound();
    const command = { on, isOver: await this.seats.isOver(at), cause: 'withdrawn' } as const;
    const task = { stream: guestEnrolment, id, decide: cancelGuest, command };
    const outcome = await this.commands.send(context, task, statuses);
    // A repeated key may be answered after the person was enrolled anew.
    if (outcome.state.status === 'cancelled')
      await this.seats.release(at, { partner: scope.tenant, enrolmentId: id, on, cause: 'withdrawn' });
    return changed(id, outcome);
  }
}
