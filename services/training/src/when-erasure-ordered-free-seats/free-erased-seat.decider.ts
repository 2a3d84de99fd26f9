import type { Day, Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { aboutCourse, nextInLine, participationOf, type CourseState } from '../course/course.state.js';

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
  const about = aboutCourse(state);
  const happenedOn = on > place.since ? on : place.since;
  const cancelled = {
    type: 'EnrolmentCancelled',
    happenedOn,
    data: { ...about, volunteerId, cause: 'erased' },
  } as const;
  const next = place.status === 'enrolled' ? nextInLine(state) : undefined;
  if (!next) return [cancelled];
  return [cancelled, { type: 'VolunteerPromoted', happenedOn, data: { ...about, volunteerId: next } }];
}
