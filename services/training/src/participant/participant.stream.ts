import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const participantStatuses = ['interested', 'declined', 'active', 'paused', 'left', 'erased'] as const;
export type ParticipantStatus = (typeof participantStatuses)[number];

const change = {
  givenName: field.optional(field.personal('name')),
  familyName: field.optional(field.personal('name')),
  email: field.optional(field.personal('contact')),
  town: field.optional(field.publicText('an area of thousands of people')),
} as const;

const schemas = defineEvents({
  ParticipantLearnt: { ...change, givenName: field.personal('name'), familyName: field.personal('name') },
  ParticipantChangeLearnt: { ...change, cleared: field.optional(field.list(field.code('email', 'town'))) },
  ParticipantStatusLearnt: { status: field.code(...participantStatuses) },
});

export type ParticipantEvent = EventOf<typeof schemas>;
export type ParticipantChange = DataOf<(typeof schemas)['ParticipantChangeLearnt']>;
export type ParticipantState = { readonly status: 'unknown' | ParticipantStatus };

/** What training has learnt of a volunteer from registration; the stream's id is the volunteer's. */
export const participant = defineStream({
  service: 'training',
  category: 'participant',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: ParticipantState, event: ParticipantEvent): ParticipantState {
  switch (event.type) {
    case 'ParticipantLearnt':
      return { status: 'interested' };
    case 'ParticipantStatusLearnt':
      return { status: event.data.status };
    case 'ParticipantChangeLearnt':
      return state;
  }
}
