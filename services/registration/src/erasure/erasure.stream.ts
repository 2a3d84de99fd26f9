import type { ServiceName, SubjectKind } from '@lotsennetz/contracts';
import { defineStream, type Day } from '@lotsennetz/kernel';
import { erasureEvents, type ErasureEvent, type HoldReason } from './erasure.events.js';

export interface LegalHold {
  readonly holdId: string;
  readonly reason: HoldReason;
  /** Last day on which it holds. */
  readonly until: Day;
}

type Progress =
  | { readonly status: 'none'; readonly notBefore?: Day }
  | { readonly status: 'requested'; readonly kind: SubjectKind }
  | { readonly status: 'proposed'; readonly kind: SubjectKind; readonly carryOutOn: Day }
  | { readonly status: 'ordered'; readonly kind: SubjectKind; readonly missing: readonly ServiceName[] }
  | { readonly status: 'completed'; readonly kind: SubjectKind };

/** Holds stand on their own: they may be placed before anybody asks for erasure. */
export type ErasureState = Progress & { readonly holds: readonly LegalHold[] };

/** The way of one person out of the platform; the stream's id is the person's, for nobody is erased twice. */
export const erasure = defineStream({
  service: 'registration',
  category: 'erasure',
  schemas: erasureEvents,
  initial: { status: 'none', holds: [] },
  evolve,
});

function evolve(state: ErasureState, event: ErasureEvent): ErasureState {
  const { holds } = state;
  switch (event.type) {
    case 'ErasureRequested':
      return { status: 'requested', kind: event.data.kind, holds };
    case 'ErasureProposed':
      return { status: 'proposed', kind: event.data.kind, carryOutOn: event.data.carryOutOn, holds };
    case 'ErasureObjected':
      return { status: 'none', notBefore: event.data.until, holds };
    case 'LegalHoldPlaced':
      return { ...state, holds: [...holds, event.data] };
    case 'LegalHoldLifted':
      return { ...state, holds: holds.filter(({ holdId }) => holdId !== event.data.holdId) };
    case 'ErasureOrdered':
      return { status: 'ordered', kind: event.data.kind, missing: event.data.services, holds };
    case 'ErasureAcknowledged': {
      if (state.status !== 'ordered') return state;
      return { ...state, missing: state.missing.filter((service) => service !== event.data.service) };
    }
    case 'ErasureCompleted':
      return state.status === 'ordered' ? { status: 'completed', kind: state.kind, holds } : state;
  }
}

/** Holds that still hold on that day. */
export function holdsOn({ holds }: Pick<ErasureState, 'holds'>, on: Day): readonly LegalHold[] {
  return holds.filter(({ until }) => on <= until);
}
