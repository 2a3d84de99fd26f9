import type { GuestEvent } from './course.events.js';
import {
  changed,
  marked,
  movedToEnd,
  participationOf,
  type Attending,
  type Participation,
} from './participation.state.js';

/** A partner that may enrol its own people; with `seats`, these are set aside for it and it has no others. */
export interface Share {
  readonly partner: string;
  readonly seats?: number;
}

/** What of a course partners and their guests change. */
export interface SharedCourse extends Attending {
  readonly shares: readonly Share[];
}

/** The course after what a partner or its guests have done in it. */
export function evolveShared<Course extends SharedCourse>(course: Course, event: GuestEvent): Course {
  const { happenedOn } = event;
  const others = () => course.shares.filter(({ partner }) => partner !== event.data.partner);
  switch (event.type) {
    case 'CourseShared':
      return { ...course, shares: [...others(), event.data] };
    case 'SharingStopped':
      return { ...course, shares: others() };
    case 'GuestEnrolled':
    case 'GuestPromoted':
      return guestMoved(course, event.data, { status: 'enrolled', since: happenedOn });
    case 'GuestWaitlisted':
      return guestMoved(course, event.data, { status: 'waiting', since: happenedOn });
    case 'GuestCancelled':
      return changed(course, event.data.enrolmentId, () => ({ status: 'cancelled', since: happenedOn }));
    case 'GuestAttendanceRecorded': {
      const { session, attendance } = event.data;
      const marks = attendance.map(({ enrolmentId, present }) => ({ volunteerId: enrolmentId, present }));
      return marked(course, { session, attendance: marks });
    }
    case 'GuestSessionMadeUp': {
      const { session, enrolmentId } = event.data;
      return changed(course, enrolmentId, ({ madeUp }) => ({ madeUp: [...madeUp, session] }));
    }
    case 'GuestPassed':
      return changed(course, event.data.enrolmentId, ({ guest }) =>
        guest ? { guest: { ...guest, passedOn: happenedOn } } : {},
      );
  }
}

function guestMoved<Course extends SharedCourse>(
  course: Course,
  { partner, enrolmentId }: { readonly partner: string; readonly enrolmentId: string },
  change: Pick<Participation, 'status' | 'since'>,
): Course {
  const number = course.participations.filter(({ guest }) => guest?.partner === partner).length + 1;
  const guest = participationOf(course, enrolmentId)?.guest ?? { partner, number };
  return movedToEnd(course, enrolmentId, { ...change, guest });
}
