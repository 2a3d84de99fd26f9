import type { LegalRegime, RetentionKind, ServiceName, SubjectKind } from '@lotsennetz/contracts';
import { defineProjection, type Day } from '@lotsennetz/kernel';
import type { ErasureGround, ErasureRequester } from './erasure.events.js';
import { erasure, type LegalHold } from './erasure.stream.js';

export const erasureStatuses = [
  'held',
  'requested',
  'withdrawn',
  'proposed',
  'objected',
  'ordered',
  'completed',
] as const;

export interface ErasureRow {
  /** The person's. */
  readonly id: string;
  readonly kind?: SubjectKind;
  /** `held`: a hold without a request. */
  readonly status: (typeof erasureStatuses)[number];
  readonly statusSince: Day;
  readonly requestedBy?: ErasureRequester;
  readonly regime?: LegalRegime;
  readonly ground?: ErasureGround;
  readonly retention?: RetentionKind;
  /** The day the retention clock carries a proposal out. */
  readonly carryOutOn?: Day;
  readonly holds: readonly LegalHold[];
  /** Services that have not said yet that nothing is left there. */
  readonly missing: readonly ServiceName[];
  readonly revision: number;
}

/** Who is being forgotten, who must wait and why, and which service is still missing. */
export const erasureList = defineProjection<ErasureRow>()({
  name: 'erasure-list',
  version: 1,
  streams: [erasure],
  indexes: ['status', 'statusSince'],
  evolve: (row: ErasureRow | undefined, event, id) => {
    const { revision, happenedOn: statusSince } = event;
    const fresh: ErasureRow = { id, status: 'held', statusSince, holds: [], missing: [], revision };
    const before = { ...(row ?? fresh), revision };
    switch (event.type) {
      case 'ErasureRequested':
        return { ...before, ...event.data, status: 'requested', statusSince };
      case 'ErasureWithdrawn':
        return { ...before, status: 'withdrawn', statusSince };
      case 'ErasureProposed': {
        const { kind, retention, carryOutOn } = event.data;
        return { ...before, kind, retention, carryOutOn, status: 'proposed', statusSince };
      }
      case 'ErasureObjected':
        return { ...before, status: 'objected', statusSince };
      case 'LegalHoldPlaced':
        return { ...before, holds: [...before.holds, event.data] };
      case 'LegalHoldLifted':
        return { ...before, holds: before.holds.filter(({ holdId }) => holdId !== event.data.holdId) };
      case 'ErasureOrdered':
        return { ...before, kind: event.data.kind, missing: event.data.services, status: 'ordered', statusSince };
      case 'ErasureAcknowledged':
        return { ...before, missing: before.missing.filter((service) => service !== event.data.service) };
      case 'ErasureCompleted':
        return { ...before, status: 'completed', statusSince };
    }
  },
});
