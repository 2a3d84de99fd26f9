import type { Day } from '@lotsennetz/kernel';
import type { Session } from '../course/course.events.js';
import {
  attendanceMark,
  participationOf,
  waitingFor,
  type Presence,
  type Participation,
} from '../course/participation.state.js';
import type { CourseRow } from '../course/course.view.js';

/** A course as one of its people sees it. */
export interface OwnCourse {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly town: string;
  readonly status: CourseRow['status'];
  readonly completedOn: Day | null;
  readonly place: 'invited' | Participation['status'];
  /** The day of the last change of place; null where somebody is invited only. */
  readonly since: Day | null;
  /** How many get a seat earlier; null unless waiting. */
  readonly waitingBefore: number | null;
  readonly sessions: readonly (Session & { readonly mark: Presence })[];
  /** Sessions that were missed and not made up. */
  readonly missed: number;
  readonly maxMissed: number;
  readonly certificateId: string | null;
}

/** undefined for somebody who has nothing to do with the course. */
export function ownCourse(row: CourseRow, volunteerId: string): OwnCourse | undefined {
  const own = participationOf(row, volunteerId);
  if (!own && !row.invited.includes(volunteerId)) return undefined;
  const { id, courseCode: code, courseTitle: title, town, status, maxMissed } = row;
  const waitingBefore = waitingFor(row).findIndex((each) => each.volunteerId === volunteerId);
  const markOf = (number: number) => (own ? attendanceMark(own, number) : 'unrecorded');
  const sessions = row.sessions.map((session) => ({ ...session, mark: markOf(session.number) }));
  return {
    ...{ id, code, title, town, status, maxMissed },
    completedOn: row.completedOn ?? null,
    place: own?.status ?? 'invited',
    since: own?.since ?? null,
    waitingBefore: waitingBefore < 0 ? null : waitingBefore,
    sessions,
    missed: sessions.filter(({ mark }) => mark === 'absent').length,
    certificateId: own?.certificate?.certificateId ?? null,
  };
}
