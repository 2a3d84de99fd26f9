import type { ServiceName, SubjectKind } from '@lotsennetz/contracts';
import { defineStream, type Day } from '@lotsennetz/kernel';
import { erasureEvents, type ErasureEvent, type ErasureRequester, type HoldReason } from './erasure.events.js';

export interface LegalHold {
  readonly holdId: string;
  readonly reason: HoldReason;
  /** Last day on which it holds. */
  readonly until: Day;
}

type Progress =
  | { readonly status: 'none'; readonly notBefore?: Day }
  | {
      readonly status: 'requested';
      readonly kind: SubjectKind;
      readonly requestedBy: ErasureRequester;
      /** An objection against the clock, which holds again should the request be taken back. */
      readonly notBefore?: Day;
    }
  | { readonly status: 'proposed'; readonly kind: SubjectKind; readonly carryOutOn: Day }
  | { readonly status: 'ordered'; readonly kind: SubjectKind; readonly missing: readonly ServiceName[] }
  | { readonly status: 'completed'; readonly kind: SubjectKind };

/** Holds stand on their own: they may be placed before anybody asks for erasure. */
export type ErasureState = Progress & {
  readonly holds: readonly LegalHold[];
  /** Ids of holds that are gone. */
  readonly lifted: readonly string[];
};

/** The way of one person out of the platform; the stream's id is the person's, for nobody is erased twice. */
export const erasure = defineStream({
  service: 'registration',
  category: 'erasure',
  schemas: erasureEvents,
  initial: { status: 'none', holds: [], lifted: [] },
  evolve,
});

function evolve(state: ErasureState, event: ErasureEvent): ErasureState {
  const { holds, lifted } = state;
  const standing = { holds, lifted };
  switch (event.type) {
    case 'ErasureRequested': {
      const { kind, requestedBy } = event.data;
      return { status: 'requested', kind, requestedBy, ...objectionIn(state), ...standing };
    }
    case 'ErasureWithdrawn':
      return { status: 'none', ...objectionIn(state), ...standing };
    case 'ErasureProposed':
      return { status: 'proposed', kind: event.data.kind, carryOutOn: event.data.carryOutOn, ...standing };
    case 'ErasureObjected':
      return { status: 'none', notBefore: event.data.until, ...standing };
    case 'LegalHoldPlaced':
      return { ...state, holds: [...holds, event.data] };
    case 'LegalHoldLifted': {
      const { holdId } = event.data;
      return { ...state, holds: holds.filter((hold) => hold.holdId !== holdId), lifted: [...lifted, holdId] };
    }
    case 'ErasureOrdered':
      return { status: 'ordered', kind: event.data.kind, missing: event.data.services, ...standing };
    case 'ErasureAcknowledged': {
      if (state.status !== 'ordered') return state;
      return { ...state, missing: state.missing.filter((service) => service !== event.data.service) };
    }
    case 'ErasureCompleted':
      return state.status === 'ordered' ? { status: 'completed', kind: state.kind, ...standing } : state;
  }
}

function objectionIn(state: ErasureState): { readonly notBefore?: Day } {
  return 'notBefore' in state ? { notBefore: state.notBefore } : {};
}

/** Holds that still hold on that day. */
export function holdsOn({ holds }: Pick<ErasureState, 'holds'>, on: Day): readonly LegalHold[] {
  return holds.filter(({ until }) => on <= until);
}
