import { serviceNames, type ServiceName } from '@lotsennetz/contracts';
import { day } from '@lotsennetz/kernel';
import type { AcquaintanceEvent } from './acquaintance/acquaintance.stream.js';
import type { ErasureEvent } from './erasure/erasure.events.js';
import type { ExportEvent } from './export/export.stream.js';
import type { MergeEvent } from './merge/merge.stream.js';
import type { NewcomerEvent } from './newcomer/newcomer.stream.js';
import type { RestrictionEvent } from './restriction/restriction.stream.js';
import type { VolunteerEvent, VolunteerProfile } from './volunteer/volunteer.stream.js';

/** Facts that specs are given: Rosa Nassauer's way, a step a month. Nobody here exists. */

export const rosa: VolunteerProfile = {
  givenName: 'Rosa',
  familyName: 'Nassauer',
  email: 'rosa.nassauer@example.org',
  birthYear: 1971,
  ownMigrationExperience: true,
  gender: 'female',
  languages: ['de', 'ar'],
  topics: ['health'],
  availability: ['mon-morning'],
  capacity: 2,
  town: 'Siegen',
};

export const registered: VolunteerEvent = {
  type: 'InterestRegistered',
  happenedOn: day('2015-01-06'),
  data: { ...rosa, channel: 'form' },
};
export const accepted: VolunteerEvent = { type: 'VolunteerAccepted', happenedOn: day('2015-02-06'), data: {} };
export const declined: VolunteerEvent = { type: 'VolunteerDeclined', happenedOn: day('2015-02-06'), data: {} };
export const paused: VolunteerEvent = { type: 'VolunteerPaused', happenedOn: day('2015-03-06'), data: {} };
export const resumed: VolunteerEvent = { type: 'VolunteerResumed', happenedOn: day('2015-04-06'), data: {} };
export const left: VolunteerEvent = { type: 'EngagementEnded', happenedOn: day('2015-05-06'), data: {} };
export const moved: VolunteerEvent = {
  type: 'ProfileChanged',
  happenedOn: day('2015-03-20'),
  data: { town: 'Kreuztal', capacity: 1 },
};

export const householdRegistered = {
  type: 'NewcomerRegistered',
  happenedOn: day('2015-06-01'),
  data: {
    givenName: 'Walid',
    familyName: 'Kovalenko',
    phone: '0271 55500024',
    householdSize: 4,
    languages: ['ar'],
    town: 'Siegen',
    note: 'Third floor, no lift',
  },
} as const satisfies NewcomerEvent;

export const householdCorrected = {
  type: 'NewcomerCorrected',
  happenedOn: day('2015-07-01'),
  data: { householdSize: 5, town: 'Netphen' },
} as const satisfies NewcomerEvent;

export const acquainted = {
  type: 'AcquaintanceBegun',
  happenedOn: day('2015-07-01'),
  data: { volunteerId: 'rosa', newcomerId: 'walid' },
} as const satisfies AcquaintanceEvent;
export const phoneShared = {
  type: 'ContactShared',
  happenedOn: day('2015-07-02'),
  data: { by: 'volunteer', ways: ['phone'] },
} as const satisfies AcquaintanceEvent;
export const acquaintanceEnded = {
  type: 'AcquaintanceEnded',
  happenedOn: day('2015-07-20'),
  data: {},
} as const satisfies AcquaintanceEvent;

export const processingRestricted = {
  type: 'ProcessingRestricted',
  happenedOn: day('2015-08-01'),
  data: { kind: 'volunteer', ground: 'accuracy-contested', requestedBy: 'person' },
} as const satisfies RestrictionEvent;
export const restrictionLifted = {
  type: 'RestrictionLifted',
  happenedOn: day('2015-08-20'),
  data: { kind: 'volunteer' },
} as const satisfies RestrictionEvent;

export const mergedInto = {
  type: 'MergedInto',
  happenedOn: day('2015-09-01'),
  data: { into: 'rosa' },
} as const satisfies MergeEvent;
export const mergeUndone = {
  type: 'MergeUndone',
  happenedOn: day('2015-09-20'),
  data: {},
} as const satisfies MergeEvent;

export const holdUntil = day('2016-06-30');
export const erasureRequested: ErasureEvent = {
  type: 'ErasureRequested',
  happenedOn: day('2016-01-10'),
  data: { kind: 'volunteer', requestedBy: 'person', regime: 'DSGVO', ground: 'consent-withdrawn' },
};
export const erasureWithdrawn: ErasureEvent = { type: 'ErasureWithdrawn', happenedOn: day('2016-01-13'), data: {} };
export const erasureProposed: ErasureEvent = {
  type: 'ErasureProposed',
  happenedOn: day('2016-01-10'),
  data: {
    kind: 'volunteer',
    retention: 'former-volunteers',
    keptSince: left.happenedOn,
    carryOutOn: day('2016-02-09'),
  },
};
export const erasureObjected: ErasureEvent = {
  type: 'ErasureObjected',
  happenedOn: day('2016-01-12'),
  data: { reason: 'still-needed', until: day('2017-01-12') },
};
export const holdPlaced: ErasureEvent = {
  type: 'LegalHoldPlaced',
  happenedOn: day('2016-01-11'),
  data: { holdId: 'hold-1', reason: 'funding-audit', until: holdUntil },
};
export const holdLifted: ErasureEvent = {
  type: 'LegalHoldLifted',
  happenedOn: day('2016-01-12'),
  data: { holdId: 'hold-1' },
};
export const erasureOrdered: ErasureEvent = {
  type: 'ErasureOrdered',
  happenedOn: day('2016-01-20'),
  data: { kind: 'volunteer', services: ['registration', 'training'] },
};
export const acknowledgedBy = (service: ServiceName): ErasureEvent => ({
  type: 'ErasureAcknowledged',
  happenedOn: day('2016-01-20'),
  data: { service },
});
export const erasureCompleted: ErasureEvent = { type: 'ErasureCompleted', happenedOn: day('2016-01-20'), data: {} };

export const exportAsked = { subjectId: 'rosa', kind: 'volunteer', requestedBy: 'office', language: 'ar' } as const;
export const exportRequested: ExportEvent = {
  type: 'ExportRequested',
  happenedOn: day('2016-02-01'),
  data: { ...exportAsked, services: serviceNames, expiresOn: day('2016-02-08') },
};
export const exportPart = (service: ServiceName, part = 1, parts = 1) =>
  ({
    type: 'ExportPartReceived',
    happenedOn: day('2016-02-01'),
    data: { service, part, parts, facts: [] },
  }) as const satisfies ExportEvent;
export const exportCompleted: ExportEvent = { type: 'ExportCompleted', happenedOn: day('2016-02-01'), data: {} };
export const exportExpired: ExportEvent = { type: 'ExportExpired', happenedOn: day('2016-02-09'), data: {} };
