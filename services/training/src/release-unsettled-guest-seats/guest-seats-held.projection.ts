import { defineProjection, type Instant } from '@lotsennetz/kernel';
import { course } from '../course/course.stream.js';

/** A place that the host's course holds for a partner. */
export interface HeldSeat {
  readonly partner: string;
  readonly enrolmentId: string;
  readonly place: 'enrolled' | 'waiting';
  readonly since: Instant;
}

export interface HeldSeatsRow {
  readonly courseId: string;
  readonly held: readonly HeldSeat[];
}

/** Guests' places in courses that are not over: what the partners' enrolments are compared with. */
export const guestSeatsHeld = defineProjection<HeldSeatsRow>()({
  name: 'guest-seats-held',
  version: 1,
  streams: [course],
  evolve: (row: HeldSeatsRow | undefined, event, courseId) => {
    const others = (enrolmentId: string) => row?.held.filter((each) => each.enrolmentId !== enrolmentId) ?? [];
    const held = (place: HeldSeat['place'], data: { readonly partner: string; readonly enrolmentId: string }) => {
      const since = event.recordedAt;
      return { courseId, held: [...others(data.enrolmentId), { ...data, place, since }] };
    };
    if (event.type === 'GuestEnrolled' || event.type === 'GuestPromoted') return held('enrolled', event.data);
    if (event.type === 'GuestWaitlisted') return held('waiting', event.data);
    if (event.type === 'CourseCompleted') return undefined;
    if (event.type !== 'GuestCancelled') return row;
    const left = others(event.data.enrolmentId);
    return left.length > 0 ? { courseId, held: left } : undefined;
  },
});
