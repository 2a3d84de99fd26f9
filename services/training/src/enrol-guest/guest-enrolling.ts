import type { Day } from '@lotsennetz/kernel';
import { created, Commands, Problem, Written, type RefusalStatuses, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { KnownCourse } from '../course/course.state.js';
import { guestEnrolment, guestEnrolmentIdOf } from '../guest-enrolment/guest-enrolment.stream.js';
import { GuestSeats, type CourseElsewhere } from '../guest-seats.js';
import { confirmGuestPlace, type ConfirmGuestPlaceRefusal } from './confirm-guest-place.decider.js';

const statuses = { 'unknown-course': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<ConfirmGuestPlaceRefusal>;

/** Two streams of two tenants in one decision: take a seat at the host, then confirm it here; if that is refused, release the seat. */
@Injectable()
export class GuestEnrolling {
  constructor(
    private readonly commands: Commands,
    private readonly seats: GuestSeats,
  ) {}

  /** May be repeated. @throws Problem 404, 409 `course-full`, `course-completed`, 412, 422. */
  async enrol(
    context: RequestContext,
    at: CourseElsewhere,
    { volunteerId, on }: { readonly volunteerId: string; readonly on: Day },
  ): Promise<{ readonly status: 'enrolled' | 'waiting'; readonly written: Written }> {
    const { scope } = context;
    const id = guestEnrolmentIdOf(scope, { ...at, volunteerId });
    const { course, place } = await this.seats.take(context, at, { enrolmentId: id, on });
    const status = place.status === 'enrolled' ? 'enrolled' : 'waiting';
    const command = {
      place: { ...at, volunteerId, place: status, ...planOf(course) } as const,
      on,
      agreed: this.seats.agreed(scope.tenant, at.host),
    };
    const giveBack = () =>
      this.seats.release(at, { partner: scope.tenant, enrolmentId: id, on, cause: 'never-confirmed' });
    try {
      const task = { stream: guestEnrolment, id, decide: confirmGuestPlace, command };
      const outcome = await this.commands.send(context, task, statuses);
      // A repeated key is answered like the first time, also after the place was given up: then nobody has the seat.
      if (outcome.state.status === 'cancelled') await giveBack();
      const [first] = outcome.events;
      const then = first?.type === 'GuestPlaceConfirmed' ? first.data.place : status;
      return { status: then, written: created(id, outcome) };
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') await giveBack();
      throw error;
    }
  }
}

/** What the partner keeps of the host's course: what it has enrolled somebody in, and nobody who takes part. */
function planOf({ courseCode, courseTitle, town, sessions }: KnownCourse) {
  const meetings = sessions.map(({ lecturer: _, ...session }) => session);
  return { courseCode, courseTitle, town, sessions: meetings };
}
