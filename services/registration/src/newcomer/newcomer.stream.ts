import { dayParts } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const household = {
  givenName: field.personal('name'),
  familyName: field.personal('name'),
  email: field.optional(field.personal('contact')),
  phone: field.optional(field.personal('contact')),
  preferredLanguage: field.optional(field.language()),
  householdSize: field.integer(),
  languages: field.list(field.language()),
  postalCode: field.optional(field.publicText('an area of thousands of people')),
  town: field.optional(field.publicText('an area of thousands of people')),
  note: field.optional(field.personal('note')),
  /** What the household asks help for, where it said so itself: matching makes a request of it. */
  topics: field.optional(field.list(field.topic())),
  /** Parts of a week that suit; none: any. */
  availability: field.optional(field.list(field.code(...dayParts))),
} as const;

/** What a household may leave unsaid, and take back itself. */
export const clearableByHousehold = ['email', 'phone', 'preferredLanguage', 'postalCode', 'town'] as const;

/** The same with what the office has written down for itself. */
export const clearableOfHousehold = [...clearableByHousehold, 'note'] as const;

/** Only what changed is there. A list replaces the earlier list. */
const correction = {
  ...household,
  givenName: field.optional(household.givenName),
  familyName: field.optional(household.familyName),
  householdSize: field.optional(household.householdSize),
  languages: field.optional(household.languages),
  /** There is none any more. */
  cleared: field.optional(field.list(field.code(...clearableOfHousehold))),
} as const;

const schemas = defineEvents({ NewcomerRegistered: household, NewcomerCorrected: correction });

export type NewcomerEvent = EventOf<typeof schemas>;
export type Household = DataOf<typeof household>;
export type HouseholdChange = DataOf<typeof correction>;
export type NewcomerState = { readonly status: 'unknown' | 'registered' };

/** A household that has come to town, under the name of the person the office talks to. */
export const newcomer = defineStream({
  service: 'registration',
  category: 'newcomer',
  schemas,
  initial: { status: 'unknown' },
  evolve: (): NewcomerState => ({ status: 'registered' }),
});
