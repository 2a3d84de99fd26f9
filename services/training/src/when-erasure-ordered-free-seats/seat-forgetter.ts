import { Commands, PersonForgetter, ViewReader, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { cancelGuest } from '../cancel-guest.decider.js';
import { course } from '../course/course.stream.js';
import { courseView } from '../course/course.view.js';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';
import { guestEnrolmentView } from '../guest-enrolment/guest-enrolment.view.js';
import { GuestSeats } from '../guest-seats.js';
import { participant, type ParticipantEvent, type ParticipantState } from '../participant/participant.stream.js';
import { freeErasedSeat } from './free-erased-seat.decider.js';

/** What training does about an erased person beside the keys. Certificates are printed when asked for: no file holds a name. */
@Injectable()
export class SeatForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
    private readonly seats: GuestSeats,
  ) {
    super();
  }

  override async forget(task: ErasureTask): Promise<void> {
    const { scope, subjectId: volunteerId, kind, order, consumer } = task;
    if (kind !== 'volunteer') return;
    const on = order.happenedOn;
    // First, so that nobody is enrolled any more while their seats are looked for.
    const gone: ParticipantEvent = { type: 'ParticipantStatusLearnt', happenedOn: on, data: { status: 'erased' } };
    const learn = { stream: participant, id: volunteerId, decide: noteGone, command: gone, part: 'participant' };
    await this.commands.react(order, consumer, learn);
    await this.reader.reachNow();
    for await (const { id, participations } of this.reader.all({ scope }, courseView, { status: 'planned' })) {
      if (!participations.some((each) => each.volunteerId === volunteerId)) continue;
      const command = { volunteerId, on };
      await this.commands.react(order, consumer, { stream: course, id, decide: freeErasedSeat, command });
    }
    await this.leaveOthersCourses(task);
  }

  private async leaveOthersCourses({ scope, subjectId: volunteerId, order, consumer }: ErasureTask): Promise<void> {
    const { tenant: partner } = scope;
    for await (const { id, host, courseId } of this.reader.all({ scope }, guestEnrolmentView, { volunteerId })) {
      const [at, on] = [{ host, courseId }, order.happenedOn];
      const command = { on, isOver: await this.seats.isOver(at), cause: 'erased' } as const;
      const task = { stream: guestEnrolment, id, decide: cancelGuest, command };
      const outcome = await this.commands.react(order, consumer, task);
      if (outcome.kind === 'done') await this.seats.release(at, { partner, enrolmentId: id, on, cause: 'withdrawn' });
    }
  }
}

function noteGone(gone: ParticipantEvent, { status }: ParticipantState): readonly ParticipantEvent[] {
  return status === 'unknown' || status === 'erased' ? [] : [gone];
}
