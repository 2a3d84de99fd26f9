import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

/** Ways of reaching each other that somebody may share. */
export const contactWays = ['email', 'phone'] as const;
export type ContactWay = (typeof contactWays)[number];

/** Which of the two. */
const acquaintanceSides = ['volunteer', 'newcomer'] as const;
export type AcquaintanceSide = (typeof acquaintanceSides)[number];

const schemas = defineEvents({
  AcquaintanceBegun: { volunteerId: field.id(), newcomerId: field.id() },
  /** All that this side shares from now on; nothing: no longer anything. */
  ContactShared: { by: field.code(...acquaintanceSides), ways: field.list(field.code(...contactWays)) },
  AcquaintanceEnded: {},
});

export type AcquaintanceEvent = EventOf<typeof schemas>;

export interface Pair {
  readonly volunteerId: string;
  readonly newcomerId: string;
}
export type Shared = Readonly<Record<AcquaintanceSide, readonly ContactWay[]>>;

export type AcquaintanceState =
  | { readonly status: 'unknown' }
  | { readonly status: 'running' | 'ended'; readonly pair: Pair; readonly shared: Shared };

export const nothingShared: Shared = { volunteer: [], newcomer: [] };

/**
 * That a volunteer and a household know each other, for as long as a placement runs, and what each lets the other see.
 * The stream's id is the request's, which has one placement at most. Names and addresses are not here: they are read where they are kept.
 */
export const acquaintance = defineStream({
  service: 'registration',
  category: 'acquaintance',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: AcquaintanceState, event: AcquaintanceEvent): AcquaintanceState {
  if (event.type === 'AcquaintanceBegun') return { status: 'running', pair: event.data, shared: nothingShared };
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'ContactShared':
      return { ...state, shared: { ...state.shared, [event.data.by]: event.data.ways } };
    case 'AcquaintanceEnded':
      return { ...state, status: 'ended' };
  }
}

/** Which of the two this is; undefined for anybody else. */
export function sideOf({ volunteerId, newcomerId }: Pair, personId: string): AcquaintanceSide | undefined {
  if (personId === volunteerId) return 'volunteer';
  return personId === newcomerId ? 'newcomer' : undefined;
}
