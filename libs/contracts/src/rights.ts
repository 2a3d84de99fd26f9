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

export const exportRequested = defineContract(
  'registration.export-requested.v1',
  'Somebody asks what is stored about them; every service gathers what it has.',
  { exportId: field.id(), subjectId: field.id(), kind: field.code(...subjectKinds) },
);

export const erasureAcknowledged = erasureAcknowledgedBy('registration');
export const personDataGathered = personDataGatheredBy('registration');
