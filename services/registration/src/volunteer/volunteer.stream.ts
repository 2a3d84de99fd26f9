import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type Day, type EventOf } from '@lotsennetz/kernel';

const profile = {
  ...registration.contactFields,
  ...registration.profileFields,
  birthYear: field.optional(field.personal<number>('background')),
  ownMigrationExperience: field.optional(field.personal<boolean>('background')),
} as const;

const { volunteerId: _, ...changeableProfile } = registration.volunteerProfileChanged.shape;

/** What may be left unsaid, and taken back. */
export const clearable = [...registration.clearableFields, 'birthYear', 'ownMigrationExperience'] as const;

const schemas = defineEvents({
  InterestRegistered: { ...profile, channel: field.code('form', 'office', 'import') },
  VolunteerAccepted: {},
  VolunteerDeclined: {},
  ProfileChanged: {
    ...changeableProfile,
    birthYear: field.optional(field.personal<number>('background')),
    ownMigrationExperience: field.optional(field.personal<boolean>('background')),
    /** There is none any more. */
    cleared: field.optional(field.list(field.code(...clearable))),
  },
  VolunteerPaused: {},
  VolunteerResumed: {},
  EngagementEnded: { cause: field.optional(field.code('erased')) },
});

export type VolunteerEvent = EventOf<typeof schemas>;
export type VolunteerProfile = DataOf<typeof profile>;
export type ProfileChange = DataOf<(typeof schemas)['ProfileChanged']>;

/** `since`: the business day of the last change of status; nothing may be said to have happened before it. */
export type VolunteerState = { readonly status: 'unknown' } | { readonly status: VolunteerStatus; readonly since: Day };
export type VolunteerStatus = 'interested' | 'declined' | 'active' | 'paused' | 'left';

/** Somebody who wants to be, is, or was a guide. */
export const volunteer = defineStream({
  service: 'registration',
  category: 'volunteer',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

const statusAfter = {
  InterestRegistered: 'interested',
  VolunteerAccepted: 'active',
  VolunteerDeclined: 'declined',
  VolunteerPaused: 'paused',
  VolunteerResumed: 'active',
  EngagementEnded: 'left',
} as const satisfies Record<Exclude<VolunteerEvent['type'], 'ProfileChanged'>, VolunteerStatus>;

function evolve(state: VolunteerState, event: VolunteerEvent): VolunteerState {
  if (event.type === 'ProfileChanged') return state;
  return { status: statusAfter[event.type], since: event.happenedOn };
}

/** The status an event leads to; undefined for one that does not change it. */
export function statusFrom(type: VolunteerEvent['type']): VolunteerStatus | undefined {
  return type === 'ProfileChanged' ? undefined : statusAfter[type];
}
