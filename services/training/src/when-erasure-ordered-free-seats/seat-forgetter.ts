import { Commands, PersonForgetter, ViewReader, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { course } from '../course/course.stream.js';
import { courseView } from '../course/course.view.js';
import { participant, type ParticipantEvent, type ParticipantState } from '../participant/participant.stream.js';
import { freeErasedSeat } from './free-erased-seat.decider.js';

/** What training does about an erased person beside the keys. Certificates are printed when asked for: no file holds a name. */
@Injectable()
export class SeatForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
  ) {
    super();
  }

  override async forget({ scope, subjectId: volunteerId, kind, order, consumer }: ErasureTask): Promise<void> {
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
  }
}

function noteGone(gone: ParticipantEvent, { status }: ParticipantState): readonly ParticipantEvent[] {
  return status === 'unknown' || status === 'erased' ? [] : [gone];
}
