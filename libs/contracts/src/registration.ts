import { defineContract, field } from '@lotsennetz/kernel';
import { dayParts, genders, roleWishes } from './vocabulary.js';

export * from './tenancy.js';

/** What the registration service publishes. */

/** The parts of a volunteer's profile that matching and messages need; the same in registration and change. */
export const profileFields = {
  languages: field.list(field.language()),
  topics: field.list(field.topic()),
  availability: field.list(field.code(...dayParts)),
  capacity: field.integer(),
  gender: field.code(...genders),
  postalCode: field.optional(field.publicText('an area of thousands of people')),
  town: field.optional(field.publicText('an area of thousands of people')),
  maxDistanceKm: field.optional(field.number()),
  carrier: field.optional(field.publicText('name of an organisation')),
  roleWishes: field.optional(field.list(field.code(...roleWishes))),
} as const;

export const contactFields = {
  givenName: field.personal('name'),
  familyName: field.personal('name'),
  email: field.optional(field.personal('contact')),
  phone: field.optional(field.personal('contact')),
  /** Language for messages, BCP 47. */
  preferredLanguage: field.optional(field.language()),
} as const;

export const interestRegistered = defineContract(
  'registration.interest-registered.v1',
  'Somebody would like to become a guide.',
  {
    volunteerId: field.id(),
    ...contactFields,
    ...profileFields,
  },
);

export const volunteerAccepted = defineContract(
  'registration.volunteer-accepted.v1',
  'The office has accepted a volunteer.',
  { volunteerId: field.id() },
);
export const volunteerDeclined = defineContract(
  'registration.volunteer-declined.v1',
  'The office has declined an interest.',
  { volunteerId: field.id() },
);
export const volunteerPaused = defineContract('registration.volunteer-paused.v1', 'A volunteer takes a break.', {
  volunteerId: field.id(),
});
export const volunteerResumed = defineContract(
  'registration.volunteer-resumed.v1',
  'A volunteer is back from a break.',
  { volunteerId: field.id() },
);
export const volunteerLeft = defineContract('registration.volunteer-left.v1', 'A volunteer has ended the engagement.', {
  volunteerId: field.id(),
  /** Absent: the person or the office wanted it so. */
  cause: field.optional(field.code('erased')),
});

/** What a volunteer may leave unsaid, and take back. */
export const clearableFields = [
  'email',
  'phone',
  'preferredLanguage',
  'postalCode',
  'town',
  'maxDistanceKm',
  'carrier',
  'roleWishes',
] as const;

/** Only what changed is there. A list replaces the earlier list. */
export const volunteerProfileChanged = defineContract(
  'registration.volunteer-profile-changed.v1',
  'A volunteer has other languages, times or contact data.',
  {
    volunteerId: field.id(),
    givenName: field.optional(field.personal('name')),
    familyName: field.optional(field.personal('name')),
    email: field.optional(field.personal('contact')),
    phone: field.optional(field.personal('contact')),
    preferredLanguage: field.optional(field.language()),
    languages: field.optional(field.list(field.language())),
    topics: field.optional(field.list(field.topic())),
    availability: field.optional(field.list(field.code(...dayParts))),
    capacity: field.optional(field.integer()),
    gender: field.optional(field.code(...genders)),
    postalCode: field.optional(field.publicText('an area of thousands of people')),
    town: field.optional(field.publicText('an area of thousands of people')),
    maxDistanceKm: field.optional(field.number()),
    carrier: field.optional(field.publicText('name of an organisation')),
    roleWishes: field.optional(field.list(field.code(...roleWishes))),
    /** There is none any more. */
    cleared: field.optional(field.list(field.code(...clearableFields))),
  },
);

export const volunteersMerged = defineContract(
  'registration.volunteers-merged.v1',
  'A volunteer is the same person as another one, who stays.',
  { volunteerId: field.id(), into: field.id() },
);
export const mergeUndone = defineContract(
  'registration.merge-undone.v1',
  'A volunteer who was merged into another one is somebody else after all.',
  { volunteerId: field.id() },
);

export const newcomerRegistered = defineContract(
  'registration.newcomer-registered.v1',
  'A household of newcomers is known to the office.',
  {
    newcomerId: field.id(),
    householdSize: field.integer(),
    languages: field.list(field.language()),
    postalCode: field.optional(field.publicText('an area of thousands of people')),
    town: field.optional(field.publicText('an area of thousands of people')),
    /** What the household asks help for, where it said so itself. */
    topics: field.optional(field.list(field.topic())),
    availability: field.optional(field.list(field.code(...dayParts))),
  },
);

export * from './rights.js';
