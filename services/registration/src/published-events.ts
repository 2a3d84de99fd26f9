import { registration } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { agreement } from './agreement/agreement.stream.js';
import { erasure } from './erasure/erasure.stream.js';
import { membership } from './membership/membership.stream.js';
import { personExport } from './export/export.stream.js';
import { merge } from './merge/merge.stream.js';
import { newcomer } from './newcomer/newcomer.stream.js';
import { office } from './office/office.stream.js';
import { oversight } from './oversight/oversight.stream.js';
import { restriction } from './restriction/restriction.stream.js';
import { tenant } from './tenant/tenant.stream.js';
import { token } from './token/token.stream.js';
import { volunteer } from './volunteer/volunteer.stream.js';

/** The only exit of this service: what others learn, and how much of it. */
export const publishedEvents: readonly Publish[] = [
  publishes(tenant, {
    TenantFounded: (event) => publishAs(registration.tenantFounded, event.data),
    TenantSettingsChanged: (event) => publishAs(registration.tenantSettingsChanged, event.data),
  }),
  publishes(office, {
    OfficeOpened: (event, officeId) => publishAs(registration.officeOpened, { officeId, ...event.data }),
    OfficeClosed: (_event, officeId) => publishAs(registration.officeClosed, { officeId }),
  }),
  publishes(membership, {
    MembershipOffered: ({ data }, membershipId) => publishAs(registration.personInvited, { membershipId, ...data }),
    InvitationRepeated: ({ data }, membershipId) =>
      publishAs(registration.invitationRepeated, { membershipId, ...data }),
    MembershipAccepted: ({ data }, membershipId) =>
      publishAs(registration.membershipGranted, { membershipId, ...data }),
    // Before it is accepted nobody holds the roles.
    RolesChanged: ({ data: { roles, identity } }, membershipId) =>
      identity === undefined ? undefined : publishAs(registration.membershipGranted, { membershipId, roles, identity }),
    SecondFactorReset: ({ data }, membershipId) => publishAs(registration.secondFactorReset, { membershipId, ...data }),
    MembershipEnded: (_event, membershipId) => publishAs(registration.membershipEnded, { membershipId }),
  }),
  publishes(agreement, {
    AgreementSigned: ({ data }) => publishAs(registration.agreementSigned, data),
    AgreementEnded: (_event, partner) => publishAs(registration.agreementEnded, { partner }),
  }),
  publishes(oversight, {
    OversightGranted: ({ data }, oversightId) => publishAs(registration.oversightGranted, { oversightId, ...data }),
    OversightRevoked: (_event, oversightId) => publishAs(registration.oversightRevoked, { oversightId }),
  }),
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
    ProfileChanged: (
      { data: { birthYear: _, ownMigrationExperience: __, cleared: all = [], ...change } },
      volunteerId,
    ) => {
      const cleared = registration.clearableFields.filter((name) => all.includes(name));
      const told = { ...change, ...(cleared.length > 0 ? { cleared } : {}) };
      // A change of background alone is nobody else's business: not even that there was one.
      return Object.keys(told).length > 0
        ? publishAs(registration.volunteerProfileChanged, { volunteerId, ...told })
        : undefined;
    },
    VolunteerAccepted: (_event, volunteerId) => publishAs(registration.volunteerAccepted, { volunteerId }),
    VolunteerDeclined: (_event, volunteerId) => publishAs(registration.volunteerDeclined, { volunteerId }),
    VolunteerPaused: (_event, volunteerId) => publishAs(registration.volunteerPaused, { volunteerId }),
    VolunteerResumed: (_event, volunteerId) => publishAs(registration.volunteerResumed, { volunteerId }),
    EngagementEnded: ({ data }, volunteerId) => publishAs(registration.volunteerLeft, { volunteerId, ...data }),
  }),
  publishes(erasure, {
    ErasureOrdered: ({ data: { kind } }, subjectId) => publishAs(registration.erasureOrdered, { subjectId, kind }),
  }),
  publishes(merge, {
    MergedInto: ({ data: { into } }, volunteerId) => publishAs(registration.volunteersMerged, { volunteerId, into }),
    MergeUndone: (_event, volunteerId) => publishAs(registration.mergeUndone, { volunteerId }),
  }),
  publishes(restriction, {
    ProcessingRestricted: ({ data: { kind } }, subjectId) =>
      publishAs(registration.processingRestricted, { subjectId, kind }),
    RestrictionLifted: ({ data: { kind } }, subjectId) =>
      publishAs(registration.restrictionLifted, { subjectId, kind }),
  }),
  publishes(personExport, {
    ExportRequested: ({ data: { subjectId, kind } }, exportId) =>
      publishAs(registration.exportRequested, { exportId, subjectId, kind }),
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
