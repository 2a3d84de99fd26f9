import type { Decision } from '@lotsennetz/kernel';
import type { ParticipantEvent, ParticipantState } from '../participant/participant.stream.js';

/** Takes in what registration says of a volunteer; what is known already is not written again. */
export function knowParticipant(fact: ParticipantEvent, state: ParticipantState): Decision<ParticipantEvent, never> {
  // What registration said before somebody was forgotten may come after: nobody is known again.
  if (state.status === 'erased') return [];
  switch (fact.type) {
    case 'ParticipantLearnt':
      return state.status === 'unknown' ? [fact] : [];
    case 'ParticipantChangeLearnt':
      return state.status === 'unknown' || Object.keys(fact.data).length === 0 ? [] : [fact];
    case 'ParticipantStatusLearnt':
      return state.status === 'unknown' || state.status === fact.data.status ? [] : [fact];
  }
}
