import { legalRegimes, retentionKinds, serviceNames, subjectKinds } from '@lotsennetz/contracts';
import { defineEvents, field, type EventOf } from '@lotsennetz/kernel';

/** Art. 17 para. 1 lit. a to f DSGVO, § 19 para. 1 KDG, § 21 para. 1 DSG-EKD: the same grounds in the same order. */
export const erasureGrounds = [
  'purpose-ended',
  'consent-withdrawn',
  'objection',
  'unlawful',
  'legal-duty',
  'child-consent',
] as const;

/** Who asks. */
export const erasureRequesters = ['person', 'representative', 'office'] as const;

/** Why data must stay for now: Art. 17 para. 3 DSGVO, § 19 para. 3 KDG, § 21 para. 3 DSG-EKD. */
export const holdReasons = [
  'running-placement',
  'open-accident-claim',
  'funding-audit',
  'legal-claim',
  'statutory-retention',
] as const;

/** Why a proposed erasure is put off. */
export const objectionReasons = ['still-needed', 'person-asked', 'comes-back', 'wrong-date'] as const;

const kind = field.code(...subjectKinds);

export const erasureEvents = defineEvents({
  ErasureRequested: {
    kind,
    requestedBy: field.code(...erasureRequesters),
    regime: field.code(...legalRegimes),
    ground: field.code(...erasureGrounds),
  },
  /** Whoever asked for themself would rather be kept after all. */
  ErasureWithdrawn: {},
  /** By the retention clock; carried out on that day unless somebody objects. */
  ErasureProposed: { kind, retention: field.code(...retentionKinds), keptSince: field.day(), carryOutOn: field.day() },
  ErasureObjected: { reason: field.code(...objectionReasons), until: field.day() },
  LegalHoldPlaced: { holdId: field.id(), reason: field.code(...holdReasons), until: field.day() },
  LegalHoldLifted: { holdId: field.id() },
  /** `services`: who must say that nothing is left there. */
  ErasureOrdered: { kind, services: field.list(field.code(...serviceNames)) },
  ErasureAcknowledged: { service: field.code(...serviceNames) },
  ErasureCompleted: {},
});

export type ErasureEvent = EventOf<typeof erasureEvents>;
export type ErasureGround = (typeof erasureGrounds)[number];
export type ErasureRequester = (typeof erasureRequesters)[number];
export type HoldReason = (typeof holdReasons)[number];
export type ObjectionReason = (typeof objectionReasons)[number];
