import {
  day,
  defineEvents,
  defineProjection,
  defineStream,
  field,
  refuse,
  type Decision,
  type EventOf,
  type Personal,
} from '@lotsennetz/kernel';

/** A small stream that the specs of kernel and library share: somebody is registered, moves, pauses. */
const events = defineEvents({
  VolunteerRegistered: { name: field.personal('name'), town: field.publicText('name of a town') },
  VolunteerMoved: { town: field.publicText('name of a town') },
  VolunteerPaused: {},
  VolunteerDeleted: {},
});

export type ExampleEvent = EventOf<typeof events>;
export type ExampleState =
  | { readonly status: 'unknown' }
  | { readonly status: 'active' | 'paused'; readonly town: string; readonly moves: number };

export const exampleStream = defineStream({
  service: 'registration',
  category: 'volunteer',
  schemas: events,
  initial: { status: 'unknown' },
  evolve: (state: ExampleState, event): ExampleState => {
    if (event.type === 'VolunteerRegistered') return { status: 'active', town: event.data.town, moves: 0 };
    if (state.status === 'unknown' || event.type === 'VolunteerDeleted') return { status: 'unknown' };
    if (event.type === 'VolunteerPaused') return { ...state, status: 'paused' };
    return { ...state, town: event.data.town, moves: state.moves + 1 };
  },
});

const happenedOn = day('2015-11-19');

export const registered = (town = 'Siegen', name: Personal = 'Amal') =>
  ({ type: 'VolunteerRegistered', happenedOn, data: { name, town } }) satisfies ExampleEvent;
export const moved = (town: string) => ({ type: 'VolunteerMoved', happenedOn, data: { town } }) satisfies ExampleEvent;
export const paused = { type: 'VolunteerPaused', happenedOn, data: {} } satisfies ExampleEvent;
export const deleted = { type: 'VolunteerDeleted', happenedOn, data: {} } satisfies ExampleEvent;

export function register(command: { readonly town: string }, state: ExampleState): Decision<ExampleEvent, never> {
  return state.status === 'unknown' ? [registered(command.town)] : [];
}

export function move(
  command: { readonly town: string },
  state: ExampleState,
): Decision<ExampleEvent, 'unknown-volunteer' | 'paused'> {
  if (state.status === 'unknown') return refuse('unknown-volunteer');
  if (state.status === 'paused') return refuse('paused', { moves: state.moves });
  return state.town === command.town ? [] : [moved(command.town)];
}

export interface ExampleRow {
  readonly town: string;
  readonly name: Personal;
  readonly moves: number;
}

/** One row for each volunteer; deleting one deletes its row. */
export const exampleProjection = defineProjection<ExampleRow>()({
  name: 'volunteer-list',
  version: 1,
  streams: [exampleStream],
  indexes: ['town'],
  evolve(row, event) {
    if (event.type === 'VolunteerRegistered') return { ...event.data, moves: 0 };
    if (!row || event.type === 'VolunteerDeleted') return undefined;
    return event.type === 'VolunteerMoved' ? { ...row, town: event.data.town, moves: row.moves + 1 } : row;
  },
});
