import { loadState, TenantScope } from '@lotsennetz/kernel';
import {
  bothSigned,
  Commands,
  notFound,
  ServiceRuntime,
  type RefusalStatuses,
  type RequestContext,
} from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { KnownCourse } from './course/course.state.js';
import { participationOf, type Participation } from './course/participation.state.js';
import { course } from './course/course.stream.js';
import { releaseGuestSeat, takeGuestSeat, type GuestSeat, type TakeGuestSeatRefusal } from './guest-seat.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
  'course-full': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<TakeGuestSeatRefusal>;

/** A course of another tenant. */
export interface CourseElsewhere {
  readonly host: string;
  readonly courseId: string;
}

/**
 * The host's side of a guest's place: taken before the partner confirms it, released after the partner has given it up.
 * All that one tenant writes into another's history is here.
 */
@Injectable()
export class GuestSeats {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Whether both have signed, now. Asked before anything of the host is looked up. */
  agreed(partner: string, host: string): boolean {
    return bothSigned(this.runtime.access.grants, [partner, host], 'courses');
  }

  /** @throws Problem 404, the same as for a course that is not shared. */
  mustAgree(partner: string, host: string): void {
    if (!this.agreed(partner, host)) throw notFound({ refused: 'unknown-course' satisfies TakeGuestSeatRefusal });
  }

  /** May be repeated. @throws Problem 404 without an agreement, or for a course that is not shared; 409 `course-full`, `course-completed`. */
  async take(
    context: RequestContext,
    { host, courseId: id }: CourseElsewhere,
    seat: Omit<GuestSeat, 'partner'>,
  ): Promise<{ readonly course: KnownCourse; readonly place: Participation }> {
    const partner = context.scope.tenant;
    this.mustAgree(partner, host);
    const atHost = {
      ...{ ...context, scope: TenantScope.of(host) },
      // Who works for the partner is not the host's to know.
      actor: `partner:${partner}`,
      // The stream remembers by enrolment. A command id would answer a later attempt from an earlier one.
      ...{ commandId: undefined, fingerprint: undefined, ifMatch: undefined },
    };
    const task = { stream: course, id, decide: takeGuestSeat, command: { ...seat, partner } };
    const { state } = await this.commands.send(atHost, task, statuses);
    const place = state.status === 'unknown' ? undefined : participationOf(state, seat.enrolmentId);
    if (state.status === 'unknown' || !place) throw new Error(`no place for ${seat.enrolmentId} after it was taken`);
    return { course: state, place };
  }

  /** May be repeated. */
  async release({ host, courseId: id }: CourseElsewhere, seat: Parameters<typeof releaseGuestSeat>[0]): Promise<void> {
    const origin = { scope: TenantScope.of(host), actor: `partner:${seat.partner}`, key: this.runtime.ids.next() };
    await this.commands.run(origin, { stream: course, id, decide: releaseGuestSeat, command: seat });
  }

  /** Whether the course is over, so that nothing can be given up any more. */
  async isOver({ host, courseId: id }: CourseElsewhere): Promise<boolean> {
    const { state } = await loadState(this.runtime, course, { scope: TenantScope.of(host), id });
    return state.status === 'completed';
  }
}
