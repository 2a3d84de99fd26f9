import {
  defineEvents,
  defineProjection,
  defineStream,
  field,
  refuse,
  type Decision,
  type EventOf,
} from '@lotsennetz/kernel';

/** The smallest stream and view there can be, which the platform's own specs run: people sign, and change their mind. */

const schemas = defineEvents({
  GuestSigned: { name: field.personal('name'), town: field.publicText('an area of thousands of people') },
  NameCorrected: { name: field.personal('name') },
});

export type GuestEvent = EventOf<typeof schemas>;
export type GuestState = { readonly status: 'unknown' | 'signed' };

export const guest = defineStream({
  service: 'guests',
  category: 'guest',
  schemas,
  initial: { status: 'unknown' },
  evolve: (): GuestState => ({ status: 'signed' }),
});

type Sign = Extract<GuestEvent, { type: 'GuestSigned' }>;
type Correct = Extract<GuestEvent, { type: 'NameCorrected' }>;

export const sign = (command: Sign, state: GuestState): Decision<GuestEvent, never> =>
  state.status === 'unknown' ? [command] : [];
export const correct = (command: Correct, state: GuestState): Decision<GuestEvent, 'unknown-guest'> =>
  state.status === 'unknown' ? refuse('unknown-guest') : [command];

export type GuestRow = Sign['data'] & { readonly id: string };

export const guestList = defineProjection<GuestRow>()({
  name: 'guest-list',
  version: 1,
  streams: [guest],
  indexes: ['town'],
  evolve: (row, event, id) => {
    if (event.type === 'GuestSigned') return { ...event.data, id };
    return row && { ...row, ...event.data };
  },
});
