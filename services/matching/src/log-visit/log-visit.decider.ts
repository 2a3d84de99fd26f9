import { refuse, type Day, type Decision, type Personal } from '@lotsennetz/kernel';
import type { RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export type LogVisitRefusal = 'unknown-placement' | 'outside-placement';

export interface LogVisit {
  readonly placementId: string;
  readonly visitId: string;
  /** Who enters it in person; then the placement must be theirs. */
  readonly volunteerId?: string | undefined;
  readonly on: Day;
  readonly minutes: number;
  readonly note?: Personal | undefined;
}

/** Visits come in late and in any order; each lies between the first and the last day of the placement. */
export function logVisit(
  { placementId, visitId, volunteerId, on, minutes, note }: LogVisit,
  state: RequestState,
): Decision<RequestEvent, LogVisitRefusal> {
  if (state.status !== 'placed' || state.placement.id !== placementId) return refuse('unknown-placement');
  const { placement, details } = state;
  if (volunteerId !== undefined && volunteerId !== placement.volunteerId) return refuse('unknown-placement');
  if (on < placement.since) return refuse('outside-placement', { confirmedOn: placement.since });
  if (placement.status === 'ended' && on > placement.endedOn)
    return refuse('outside-placement', { endedOn: placement.endedOn });
  const written = note === undefined ? {} : { note };
  const data = { placementId, visitId, volunteerId: placement.volunteerId, about: details.about, minutes, ...written };
  return [{ type: 'VisitLogged', happenedOn: on, data }];
}
