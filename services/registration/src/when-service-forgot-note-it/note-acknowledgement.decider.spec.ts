import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import { acknowledgedBy, erasureCompleted, erasureOrdered, erasureRequested } from '../example-facts.js';
import { noteAcknowledgement } from './note-acknowledgement.decider.js';

const on = erasureOrdered.happenedOn;
const ordered = [erasureRequested, erasureOrdered] as const;

describe('noting that a service has forgotten somebody', () => {
  it('waits for the others, and completes with the last', () => {
    given(erasure, ...ordered)
      .when(noteAcknowledgement, { service: 'training', on })
      .then(acknowledgedBy('training'));
    given(erasure, ...ordered, acknowledgedBy('training'))
      .when(noteAcknowledgement, { service: 'registration', on })
      .then(acknowledgedBy('registration'), erasureCompleted);
  });
  it('twice changes nothing, nor does one that nobody waits for', () => {
    given(erasure, ...ordered, acknowledgedBy('training'))
      .when(noteAcknowledgement, { service: 'training', on })
      .thenNothing();
    given(erasure, ...ordered)
      .when(noteAcknowledgement, { service: 'matching', on })
      .thenNothing();
    given(erasure).when(noteAcknowledgement, { service: 'training', on }).thenNothing();
  });
});
