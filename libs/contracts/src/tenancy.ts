import { defineContract, field } from '@lotsennetz/kernel';
import {
  federalStates,
  legalRegimes,
  oversightFields,
  retentionKinds,
  roles,
  serviceNames,
  sharedThings,
  tenantKinds,
} from './vocabulary.js';

/** What the registration service publishes about tenants and who may do what there. */

/** What a tenant may set for itself beyond its name. */
export const tenantSettings = {
  /** Languages people of the tenant are written to in, the most used first. */
  languages: field.optional(field.list(field.language())),
  legalRegime: field.optional(field.code(...legalRegimes)),
  federalState: field.optional(field.code(...federalStates)),
  /** Kinds that are not there are kept until somebody decides. */
  retention: field.optional(field.list(field.record({ kind: field.code(...retentionKinds), months: field.integer() }))),
} as const;

export const tenantFounded = defineContract(
  'registration.tenant-founded.v1',
  'A district, town or association has become a tenant.',
  {
    name: field.publicText('name of a public body or association'),
    kind: field.code(...tenantKinds),
    timeZone: field.publicText('IANA time zone'),
    ...tenantSettings,
  },
);

/** Only what changed is there. A list replaces the earlier list. */
export const tenantSettingsChanged = defineContract(
  'registration.tenant-settings-changed.v1',
  'A tenant has another name, other languages, periods or another law.',
  {
    name: field.optional(field.publicText('name of a public body or association')),
    timeZone: field.optional(field.publicText('IANA time zone')),
    ...tenantSettings,
  },
);

export const officeOpened = defineContract('registration.office-opened.v1', 'A tenant has a further office.', {
  officeId: field.id(),
  name: field.publicText('name of an office'),
  town: field.optional(field.publicText('an area of thousands of people')),
  postalCode: field.optional(field.publicText('an area of thousands of people')),
});

export const officeClosed = defineContract('registration.office-closed.v1', 'An office is there no longer.', {
  officeId: field.id(),
});

/** Whom a message goes to, and in which language. */
const addressee = {
  givenName: field.personal('name'),
  familyName: field.personal('name'),
  email: field.optional(field.personal('contact')),
  preferredLanguage: field.optional(field.language()),
} as const;

export const personInvited = defineContract(
  'registration.person-invited.v1',
  'Somebody may become a member of a tenant by a link that is to be sent.',
  {
    membershipId: field.id(),
    ...addressee,
    roles: field.list(field.code(...roles)),
    subjectId: field.optional(field.id()),
    /** Counts the invitations of this membership, from 1; only the newest may be accepted. */
    invitation: field.integer(),
    /** The last day. */
    validUntil: field.day(),
  },
);

export const invitationRepeated = defineContract(
  'registration.invitation-repeated.v1',
  'Somebody is invited again; the earlier link is worth nothing from then on.',
  { membershipId: field.id(), invitation: field.integer(), validUntil: field.day() },
);

export const membershipGranted = defineContract(
  'registration.membership-granted.v1',
  'A person who can sign in holds these roles at a tenant; said again, it replaces what was said before.',
  {
    membershipId: field.id(),
    /** `deriveId('identity', issuer, sub)` of the person's sign-in. */
    identity: field.id(),
    roles: field.list(field.code(...roles)),
    /** The volunteer or newcomer that this account belongs to. */
    subjectId: field.optional(field.id()),
  },
);

export const membershipEnded = defineContract(
  'registration.membership-ended.v1',
  'A person holds no role of this membership any more.',
  { membershipId: field.id() },
);

export const secondFactorReset = defineContract(
  'registration.second-factor-reset.v1',
  'A person has lost the second factor and must set up another one: the office or the operator has seen to it.',
  {
    membershipId: field.id(),
    /** `deriveId('identity', issuer, sub)` of the person's sign-in. */
    identity: field.id(),
  },
);

export const agreementSigned = defineContract(
  'registration.agreement-signed.v1',
  'A tenant would share with another; it holds once the other has signed too.',
  { partner: field.id(), shares: field.list(field.code(...sharedThings)) },
);

export const agreementEnded = defineContract(
  'registration.agreement-ended.v1',
  'A tenant shares with another no longer.',
  { partner: field.id() },
);

export const oversightGranted = defineContract(
  'registration.oversight-granted.v1',
  'A tenant lets a county read its suppressed figures, and the fields that are named.',
  {
    oversightId: field.id(),
    /** The tenant that may read. */
    county: field.id(),
    purpose: field.publicText('purpose of a grant between public bodies'),
    fields: field.list(field.code(...oversightFields)),
    /** The last day. */
    until: field.day(),
  },
);

export const oversightRevoked = defineContract(
  'registration.oversight-revoked.v1',
  'A county reads no longer what a tenant had granted.',
  { oversightId: field.id() },
);

export const tokenCreated = defineContract(
  'registration.token-created.v1',
  'A machine may call the services of a tenant in one role.',
  {
    tokenId: field.id(),
    /** SHA-256 in hex of 256 random bits; the token itself is stored nowhere. */
    tokenHash: field.id(),
    role: field.code(...roles),
    /** The last day; absent: until it is revoked. */
    validUntil: field.optional(field.day()),
    /** Absent: all of them. */
    services: field.optional(field.list(field.code(...serviceNames))),
    /** Absent: it may change things too. */
    readOnly: field.optional(field.boolean()),
    /** The membership of whoever made it, with which it ends; absent: made by whoever runs the platform. */
    createdBy: field.optional(field.id()),
  },
);

export const tokenRevoked = defineContract('registration.token-revoked.v1', 'A token must no longer be honoured.', {
  tokenId: field.id(),
});
