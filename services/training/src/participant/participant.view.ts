import { applyChange } from '@lotsennetz/contracts';
import { defineProjection, type Personal } from '@lotsennetz/kernel';
import { forgettingStream } from '@lotsennetz/platform';
import { participant, type ParticipantStatus } from './participant.stream.js';

export interface ParticipantRow {
  /** The volunteer's id. */
  readonly id: string;
  readonly givenName: Personal;
  readonly familyName: Personal;
  readonly email?: Personal;
  readonly town?: string;
  readonly status: ParticipantStatus;
}

/** Volunteers as far as training needs to know them; names and addresses stay sealed. */
export const participantView = defineProjection<ParticipantRow>()({
  name: 'participants',
  version: 2,
  streams: [participant, forgettingStream('training')],
  indexes: ['status', 'town'],
  evolve: (row: ParticipantRow | undefined, event, id) => {
    // The keys are gone by now: whoever keeps the row opened opens it anew.
    if (event.type === 'PersonForgotten') return row && { ...row, status: 'erased' };
    if (event.type === 'ParticipantLearnt') return { ...event.data, id, status: 'interested' };
    if (event.type === 'ParticipantStatusLearnt') return row && { ...row, status: event.data.status };
    return row && applyChange(row, event.data);
  },
});
