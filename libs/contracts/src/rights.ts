import { defineContract, field } from '@lotsennetz/kernel';
import { erasureAcknowledgedBy } from './acknowledgement.js';
import { personDataGatheredBy } from './person-data.js';
import { subjectKinds } from './vocabulary.js';

/** What registration publishes about the rights of people. */

export const erasureOrdered = defineContract(
  'registration.erasure-ordered.v1',
  'A person is to be forgotten; the keys are gone, whatever lies outside the histories must go too.',
  { subjectId: field.id(), kind: field.code(...subjectKinds) },
);

/** Whose processing may be restricted. */
const restrictedKinds = ['volunteer', 'newcomer'] as const;

export const processingRestricted = defineContract(
  'registration.processing-restricted.v1',
  'What is stored about a person stays, and may not be used until further notice.',
  { subjectId: field.id(), kind: field.code(...restrictedKinds) },
);

export const restrictionLifted = defineContract(
  'registration.restriction-lifted.v1',
  'What is stored about a person may be used again.',
  { subjectId: field.id(), kind: field.code(...restrictedKinds) },
);

export const exportRequested = defineContract(
  'registration.export-requested.v1',
  'Somebody asks what is stored about them; every service gathers what it has.',
  { exportId: field.id(), subjectId: field.id(), kind: field.code(...subjectKinds) },
);

export const erasureAcknowledged = erasureAcknowledgedBy('registration');
export const personDataGathered = personDataGatheredBy('registration');
