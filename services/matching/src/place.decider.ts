import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import { isAvailable, type HelperEvent, type HelperState } from './helper/helper.stream.js';

/** Which place: the placement that holds it, and the request it is for. */
export interface Place {
  readonly placementId: string;
  readonly requestId: string;
  readonly on: Day;
}

export type TakePlaceRefusal = 'capacity-full' | 'volunteer-unavailable';

/** The first half of a confirmation. Whoever holds a place already is not given a second one. */
export function takePlace({ on, ...place }: Place, state: HelperState): Decision<HelperEvent, TakePlaceRefusal> {
  if (state.places.has(place.placementId)) return [];
  if (!isAvailable(state)) return refuse('volunteer-unavailable');
  const capacity = state.profile?.capacity ?? 0;
  if (state.places.size >= capacity) return refuse('capacity-full', { capacity });
  return [{ type: 'PlaceTaken', happenedOn: on, data: place }];
}

export type ReleaseCause = Extract<HelperEvent, { type: 'PlaceReleased' }>['data']['cause'];

export function releasePlace(
  { on, ...data }: Place & { readonly cause: ReleaseCause },
  state: HelperState,
): Decision<HelperEvent, never> {
  return state.places.has(data.placementId) ? [{ type: 'PlaceReleased', happenedOn: on, data }] : [];
}
