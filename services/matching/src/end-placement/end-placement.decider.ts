import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { EndReason, RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export type EndPlacementRefusal = 'unknown-placement' | 'earlier-than-last-change';

export interface EndPlacement {
  readonly placementId: string;
  readonly reason: EndReason;
  readonly on: Day;
}

/** The first reason given stays. Whoever still needs help afterwards asks anew. */
export function endPlacement(
  { placementId, reason, on }: EndPlacement,
  state: RequestState,
): Decision<RequestEvent, EndPlacementRefusal> {
  if (state.status !== 'placed' || state.placement.id !== placementId) return refuse('unknown-placement');
  const { placement } = state;
  if (placement.status === 'ended') return [];
  if (on < placement.since) return refuse('earlier-than-last-change', { since: placement.since });
  const data = { placementId, volunteerId: placement.volunteerId, reason };
  return [{ type: 'PlacementEnded', happenedOn: on, data }];
}
