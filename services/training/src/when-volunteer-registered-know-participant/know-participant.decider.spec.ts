import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { participant, type ParticipantEvent, type ParticipantStatus } from '../participant/participant.stream.js';
import { knowParticipant } from './know-participant.decider.js';

const happenedOn = day('2015-01-10');
const learnt: ParticipantEvent = {
  type: 'ParticipantLearnt',
  happenedOn,
  data: { givenName: 'Rosa', familyName: 'Nassauer' },
};
const moved: ParticipantEvent = { type: 'ParticipantChangeLearnt', happenedOn, data: { town: 'Kreuztal' } };
const status = (of: ParticipantStatus): ParticipantEvent => ({
  type: 'ParticipantStatusLearnt',
  happenedOn,
  data: { status: of },
});

describe('learning of a volunteer', () => {
  it('takes in name, changes and status', () => {
    given(participant).when(knowParticipant, learnt).then(learnt);
    given(participant, learnt).when(knowParticipant, moved).then(moved);
    given(participant, learnt).when(knowParticipant, status('active')).then(status('active'));
  });
  it('writes nothing that it knows already', () => {
    given(participant, learnt).when(knowParticipant, learnt).thenNothing();
    given(participant, learnt, status('active')).when(knowParticipant, status('active')).thenNothing();
    given(participant, learnt)
      .when(knowParticipant, { type: 'ParticipantChangeLearnt', happenedOn, data: {} })
      .thenNothing();
  });
  it('writes nothing of somebody whose name it never learnt', () => {
    given(participant).when(knowParticipant, moved).thenNothing();
    given(participant).when(knowParticipant, status('active')).thenNothing();
  });
  it('writes nothing any more of somebody who was forgotten', () => {
    given(participant, learnt, status('erased')).when(knowParticipant, status('left')).thenNothing();
    given(participant, learnt, status('erased')).when(knowParticipant, moved).thenNothing();
  });
});
