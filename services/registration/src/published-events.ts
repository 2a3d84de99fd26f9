import { registration } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { erasure } from './erasure/erasure.stream.js';
import { newcomer } from './newcomer/newcomer.stream.js';
import { tenant } from './tenant/tenant.stream.js';
import { token } from './token/token.stream.js';
import { volunteer } from './volunteer/volunteer.stream.js';

/** The only exit of this service: what others learn, and how much of it. */
export const publishedEvents: readonly Publish[] = [
  publishes(tenant, { TenantFounded: (event) => publishAs(registration.tenantFounded, event.data) }),
  publishes(token, {
    TokenCreated: (event, tokenId) => publishAs(registration.tokenCreated, { tokenId, ...event.data }),
    TokenRevoked: (_event, tokenId) => publishAs(registration.tokenRevoked, { tokenId }),
  }),
  publishes(volunteer, {
    // Background (year of birth, migration experience) stays here: nobody else needs it.
    InterestRegistered: (
      { data: { birthYear: _, ownMigrationExperience: __, channel: ___, ...profile } },
      volunteerId,
    ) => publishAs(registration.interestRegistered, { volunteerId, ...profile }),
    ProfileChanged: ({ data: { birthYear: _, ownMigrationExperience: __, ...change } }, volunteerId) =>
      // A change of background alone is nobody else's business: not even that there was one.
      Object.keys(change).length > 0
        ? publishAs(registration.volunteerProfileChanged, { volunteerId, ...change })
        : undefined,
    VolunteerAccepted: (_event, volunteerId) => publishAs(registration.volunteerAccepted, { volunteerId }),
    VolunteerDeclined: (_event, volunteerId) => publishAs(registration.volunteerDeclined, { volunteerId }),
    VolunteerPaused: (_event, volunteerId) => publishAs(registration.volunteerPaused, { volunteerId }),
    VolunteerResumed: (_event, volunteerId) => publishAs(registration.volunteerResumed, { volunteerId }),
    EngagementEnded: (_event, volunteerId) => publishAs(registration.volunteerLeft, { volunteerId }),
  }),
  publishes(erasure, {
    ErasureOrdered: ({ data: { kind } }, subjectId) => publishAs(registration.erasureOrdered, { subjectId, kind }),
  }),
  publishes(newcomer, {
    NewcomerRegistered: (
      {
        data: {
          givenName: _,
          familyName: __,
          email: ___,
          phone: ____,
          note: _____,
          preferredLanguage: ______,
          ...household
        },
      },
      newcomerId,
    ) => publishAs(registration.newcomerRegistered, { newcomerId, ...household }),
  }),
];
