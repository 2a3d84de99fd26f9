import type { Day, Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import type { CourseState } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';
import { placeGivenUp } from '../course/seats.state.js';

/**
 * A forgotten person gives up a seat or a place on the waiting list, and whoever has waited longest gets it. What they
 * did in a course that is over stays: it is counted, without a name.
 */
export function freeErasedSeat(
  { volunteerId, on }: { readonly volunteerId: string; readonly on: Day },
  state: CourseState,
): Decision<CourseEvent, never> {
  if (state.status !== 'planned') return [];
  const place = participationOf(state, volunteerId);
  if (!place || place.status === 'cancelled') return [];
  return placeGivenUp(state, place, { on: on > place.since ? on : place.since, cause: 'erased' });
}
