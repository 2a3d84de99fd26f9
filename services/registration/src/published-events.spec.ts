import { registration as contracts } from '@lotsennetz/contracts';
import { day, personalFields, type DomainEvent, type StreamDefinition } from '@lotsennetz/kernel';
import { recordedEvents } from '@lotsennetz/testing';
import {
  accepted,
  declined,
  erasureOrdered,
  erasureRequested,
  householdRegistered,
  left,
  mergedInto,
  mergeUndone,
  moved,
  paused,
  processingRestricted,
  registered,
  restrictionLifted,
  resumed,
  rosa,
} from './example-facts.js';
import { agreement } from './agreement/agreement.stream.js';
import { dismissed, joined, offered, promoted, repeated } from './example-memberships.js';
import { membership } from './membership/membership.stream.js';
import { office } from './office/office.stream.js';
import { oversight } from './oversight/oversight.stream.js';
import { erasure } from './erasure/erasure.stream.js';
import { merge } from './merge/merge.stream.js';
import { newcomer } from './newcomer/newcomer.stream.js';
import { publishedEvents } from './published-events.js';
import { restriction } from './restriction/restriction.stream.js';
import { tenant } from './tenant/tenant.stream.js';
import { token } from './token/token.stream.js';
import { volunteer } from './volunteer/volunteer.stream.js';

const on = day('2015-01-06');
const id = 'id-1';

function published<State, Event extends DomainEvent>(stream: StreamDefinition<State, Event>, event: NoInfer<Event>) {
  const recorded = recordedEvents(stream, { id, from: 3 }, event)[0]!;
  return { recorded, contracts: publishedEvents.flatMap((publish) => publish(recorded) ?? []) };
}
const dataOf = <State, Event extends DomainEvent>(stream: StreamDefinition<State, Event>, event: NoInfer<Event>) =>
  published(stream, event).contracts.map(({ type, data }) => [type, data]);

describe('what registration publishes of who may do what', () => {
  const membershipId = id;
  it('invites with name and address, and grants with neither', () => {
    expect(dataOf(membership, offered)).toEqual([
      ['registration.person-invited.v1', { membershipId, ...offered.data }],
    ]);
    expect(dataOf(membership, repeated)).toEqual([
      ['registration.invitation-repeated.v1', { membershipId, ...repeated.data }],
    ]);
    expect(dataOf(membership, joined)).toEqual([
      ['registration.membership-granted.v1', { membershipId, ...joined.data }],
    ]);
    expect(dataOf(membership, dismissed)).toEqual([['registration.membership-ended.v1', { membershipId }]]);
  });
  it('grants other roles to whoever holds the membership, and none to whoever is only invited', () => {
    expect(dataOf(membership, promoted)).toEqual([
      ['registration.membership-granted.v1', { membershipId, ...promoted.data }],
    ]);
    expect(dataOf(membership, { ...promoted, data: { roles: ['trainer'] } })).toEqual([]);
  });
  it('tells of settings, offices, agreements and oversight as they are', () => {
    const changed = { type: 'TenantSettingsChanged', happenedOn: on, data: { languages: ['de'] } } as const;
    expect(dataOf(tenant, changed)).toEqual([['registration.tenant-settings-changed.v1', changed.data]]);
    const opened = { type: 'OfficeOpened', happenedOn: on, data: { name: 'Büro Mitte' } } as const;
    expect(dataOf(office, opened)).toEqual([['registration.office-opened.v1', { officeId: id, ...opened.data }]]);
    expect(dataOf(office, { type: 'OfficeClosed', happenedOn: on, data: {} })).toEqual([
      ['registration.office-closed.v1', { officeId: id }],
    ]);
    const terms = { partner: 'kreuztal', shares: ['courses'] } as const;
    expect(dataOf(agreement, { type: 'AgreementSigned', happenedOn: on, data: terms })).toEqual([
      ['registration.agreement-signed.v1', terms],
    ]);
    expect(dataOf(agreement, { type: 'AgreementEnded', happenedOn: on, data: {} })).toEqual([
      ['registration.agreement-ended.v1', { partner: id }],
    ]);
    const grant = { county: 'kreis', purpose: 'Bericht', fields: [], until: on } as const;
    expect(dataOf(oversight, { type: 'OversightGranted', happenedOn: on, data: grant })).toEqual([
      ['registration.oversight-granted.v1', { oversightId: id, ...grant }],
    ]);
    expect(dataOf(oversight, { type: 'OversightRevoked', happenedOn: on, data: {} })).toEqual([
      ['registration.oversight-revoked.v1', { oversightId: id }],
    ]);
  });
});

describe('what registration publishes', () => {
  it('keeps id, stream, revision and both times', () => {
    const { recorded, contracts } = published(volunteer, accepted);
    const { id: eventId, stream, revision, recordedAt, happenedOn } = recorded;
    expect(contracts).toEqual([
      expect.objectContaining({ id: eventId, stream, revision, recordedAt, happenedOn, tenant: 'siegen' }),
    ]);
  });

  it('says of an interest what messages and matching need, and nothing of the background', () => {
    const { birthYear: _, ownMigrationExperience: __, ...shown } = rosa;
    expect(dataOf(volunteer, registered)).toEqual([
      ['registration.interest-registered.v1', { volunteerId: id, ...shown }],
    ]);
  });

  it('says of a change of profile what changed', () => {
    expect(dataOf(volunteer, moved)).toEqual([
      ['registration.volunteer-profile-changed.v1', { volunteerId: id, town: 'Kreuztal', capacity: 1 }],
    ]);
  });

  it('says what there is no longer, but nothing of the background', () => {
    const clearing = (cleared: ('town' | 'birthYear')[]) =>
      dataOf(volunteer, { type: 'ProfileChanged', happenedOn: on, data: { cleared } });
    expect(clearing(['birthYear', 'town'])).toEqual([
      ['registration.volunteer-profile-changed.v1', { volunteerId: id, cleared: ['town'] }],
    ]);
    expect(clearing(['birthYear'])).toEqual([]);
  });

  it('says nothing of a change of background alone', () => {
    const data = { birthYear: 1972, ownMigrationExperience: false };
    expect(dataOf(volunteer, { type: 'ProfileChanged', happenedOn: on, data })).toEqual([]);
  });

  it.each([
    [accepted, 'registration.volunteer-accepted.v1'],
    [declined, 'registration.volunteer-declined.v1'],
    [paused, 'registration.volunteer-paused.v1'],
    [resumed, 'registration.volunteer-resumed.v1'],
    [left, 'registration.volunteer-left.v1'],
  ])('says who it was: $type', (event, type) => {
    expect(dataOf(volunteer, event)).toEqual([[type, { volunteerId: id }]]);
  });

  it('says of a household how large it is, where it lives and what it speaks, not who it is', () => {
    expect(dataOf(newcomer, householdRegistered)).toEqual([
      ['registration.newcomer-registered.v1', { newcomerId: id, householdSize: 4, languages: ['ar'], town: 'Siegen' }],
    ]);
  });

  it('says of tenants and tokens what a guard needs', () => {
    const facts = { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
    expect(dataOf(tenant, { type: 'TenantFounded', happenedOn: on, data: facts })).toEqual([
      ['registration.tenant-founded.v1', facts],
    ]);
    const grant = { tokenHash: 'a'.repeat(64), role: 'analyst' } as const;
    expect(dataOf(token, { type: 'TokenCreated', happenedOn: on, data: grant })).toEqual([
      ['registration.token-created.v1', { tokenId: id, ...grant }],
    ]);
    expect(dataOf(token, { type: 'TokenRevoked', happenedOn: on, data: {} })).toEqual([
      ['registration.token-revoked.v1', { tokenId: id }],
    ]);
  });

  it('has no contract with a field for background or notes', () => {
    const purposes = Object.values(contracts).flatMap((contract) =>
      'shape' in contract ? personalFields(contract.shape).map(({ field }) => field.purpose) : [],
    );
    // An export is for the person alone, under a key of its own.
    expect(new Set(purposes)).toEqual(new Set(['name', 'contact', 'export']));
  });

  it('says of an erasure only that it is ordered', () => {
    expect(dataOf(erasure, erasureOrdered)).toEqual([
      ['registration.erasure-ordered.v1', { subjectId: id, kind: 'volunteer' }],
    ]);
    expect(dataOf(erasure, erasureRequested)).toEqual([]);
  });

  it('says of a merge which two, and of its undoing which one', () => {
    expect(dataOf(merge, mergedInto)).toEqual([
      ['registration.volunteers-merged.v1', { volunteerId: id, ...mergedInto.data }],
    ]);
    expect(dataOf(merge, mergeUndone)).toEqual([['registration.merge-undone.v1', { volunteerId: id }]]);
  });

  it('says of a restriction only that it holds, or no longer', () => {
    const data = { subjectId: id, kind: 'volunteer' };
    expect(dataOf(restriction, processingRestricted)).toEqual([['registration.processing-restricted.v1', data]]);
    expect(dataOf(restriction, restrictionLifted)).toEqual([['registration.restriction-lifted.v1', data]]);
  });
});
