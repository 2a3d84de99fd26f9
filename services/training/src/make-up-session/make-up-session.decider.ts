import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { sessionOf, type CourseState } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';

export interface MakeUpSession {
  readonly session: number;
  readonly volunteerId: string;
  readonly on: Day;
}

export type MakeUpSessionRefusal = 'unknown-course' | 'unknown-session' | 'not-enrolled' | 'earlier-than-session';

/**
 * A missed session was made up elsewhere; it counts as attended. Also possible when the course is completed:
 * completing again then issues the certificate that was missing.
 */
export function makeUpSession(
  { session: number, volunteerId, on }: MakeUpSession,
  state: CourseState,
): Decision<CourseEvent, MakeUpSessionRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const session = sessionOf(state, number);
  if (!session) return refuse('unknown-session');
  const place = participationOf(state, volunteerId);
  if (place?.status !== 'enrolled') return refuse('not-enrolled', { volunteerId });
  if (place.present.includes(number) || place.madeUp.includes(number)) return [];
  if (on < session.heldOn) return refuse('earlier-than-session', { heldOn: session.heldOn });
  if (!place.guest) return [{ type: 'SessionMadeUp', happenedOn: on, data: { session: number, volunteerId } }];
  const data = { session: number, enrolmentId: volunteerId, partner: place.guest.partner };
  return [{ type: 'GuestSessionMadeUp', happenedOn: on, data }];
}
