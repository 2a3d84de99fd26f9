import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { CourseEvent } from '../course/course.events.js';
import { aboutCourse, firstSession, type CourseState } from '../course/course.state.js';
import { participationOf } from '../course/participation.state.js';

export interface InviteInterested {
  readonly volunteerIds: readonly string[];
  readonly on: Day;
}

export type InviteInterestedRefusal = 'unknown-course' | 'course-completed';

/** Invites whoever was not invited before and does not take part: sending it again reaches only those who are new. */
export function inviteInterested(
  { volunteerIds, on }: InviteInterested,
  state: CourseState,
): Decision<CourseEvent, InviteInterestedRefusal> {
  if (state.status === 'unknown') return refuse('unknown-course');
  const invited = new Set(state.invited);
  const due = volunteerIds.filter((id) => !invited.has(id) && !participationOf(state, id));
  if (due.length === 0) return [];
  const starts = firstSession(state);
  if (!starts || state.status === 'completed') return refuse('course-completed');
  const about = { ...aboutCourse(state), town: state.town, startsOn: starts.heldOn, startsAt: starts.startsAt };
  return due.map((volunteerId) => ({ type: 'VolunteerInvited', happenedOn: on, data: { ...about, volunteerId } }));
}
