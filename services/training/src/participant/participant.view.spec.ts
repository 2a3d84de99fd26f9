import { day } from '@lotsennetz/kernel';
import { forgettingStream } from '@lotsennetz/platform';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { participant, type ParticipantEvent } from './participant.stream.js';
import { participantView } from './participant.view.js';

const happenedOn = day('2015-01-10');
const learnt: ParticipantEvent = {
  type: 'ParticipantLearnt',
  happenedOn,
  data: { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', town: 'Siegen' },
};

async function rowAfter(...events: readonly ParticipantEvent[]) {
  return (await foldProjection(participantView, recordedEvents(participant, { id: 'rosa' }, ...events))).get('rosa');
}

describe('the view of participants', () => {
  it('shows an interest', async () => {
    expect(await rowAfter(learnt)).toEqual({ ...learnt.data, id: 'rosa', status: 'interested' });
  });
  it('follows changes of profile and status, there and back', async () => {
    const row = await rowAfter(
      learnt,
      { type: 'ParticipantChangeLearnt', happenedOn, data: { town: 'Kreuztal' } },
      { type: 'ParticipantStatusLearnt', happenedOn, data: { status: 'active' } },
      { type: 'ParticipantStatusLearnt', happenedOn, data: { status: 'paused' } },
      { type: 'ParticipantStatusLearnt', happenedOn, data: { status: 'active' } },
    );
    expect(row).toMatchObject({ givenName: 'Rosa', town: 'Kreuztal', status: 'active' });
  });
  it('marks who was forgotten', async () => {
    const forgotten = { type: 'PersonForgotten', happenedOn, data: { kind: 'volunteer' } } as const;
    const rows = await foldProjection(participantView, [
      ...recordedEvents(participant, { id: 'rosa' }, learnt),
      ...recordedEvents(forgettingStream('training'), { id: 'rosa', place: 5 }, forgotten),
    ]);
    expect(rows.get('rosa')).toMatchObject({ status: 'erased' });
  });
});
