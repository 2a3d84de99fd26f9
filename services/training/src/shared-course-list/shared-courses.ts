import type { Day, TenantId } from '@lotsennetz/kernel';
import type { Grants } from '@lotsennetz/platform';
import type { Session } from '../course/course.events.js';
import { attendanceMark, type Presence } from '../course/participation.state.js';
import type { CourseRow } from '../course/course.view.js';
import { freeSeats } from '../course/seats.state.js';
import type { GuestEnrolmentRow } from '../guest-enrolment/guest-enrolment.view.js';

/** One of the tenant's own people in the course. */
export interface OwnGuest {
  readonly volunteerId: string;
  readonly status: GuestEnrolmentRow['status'];
  readonly since: Day;
  readonly attendance: readonly { readonly session: number; readonly mark: Presence }[];
  readonly certificateId: string | null;
}

/** All that a partner sees of a course of another tenant: what it is, free seats, and its own people. */
export interface SharedCourse {
  readonly host: string;
  readonly hostName: string;
  readonly id: string;
  readonly title: string;
  readonly town: string;
  readonly sessions: readonly Pick<Session, 'number' | 'title' | 'heldOn' | 'startsAt' | 'endsAt'>[];
  /** Whether further people may be enrolled. */
  readonly open: boolean;
  /** For the tenant's own people; null: no limit, or not open. */
  readonly seatsLeft: number | null;
  readonly people: readonly OwnGuest[];
}

/** Tenants with which both have signed to share courses. */
export function hostsOf({ signatures }: Grants, tenant: TenantId): readonly TenantId[] {
  const halves = [...(signatures.get(tenant) ?? [])].filter(([, shares]) => shares.includes('courses'));
  return halves
    .map(([partner]) => partner as TenantId)
    .filter((partner) => signatures.get(partner)?.get(tenant)?.includes('courses'))
    .sort();
}

/** A course that is open to the partner now. */
export function openCourse(
  row: CourseRow,
  { partner, host, own }: { readonly partner: string; readonly host: Host; readonly own: readonly GuestEnrolmentRow[] },
): SharedCourse {
  const { id, courseTitle: title, town } = row;
  const free = Math.max(0, freeSeats(row, partner));
  const seatsLeft = Number.isFinite(free) ? free : null;
  const people = own.map(ownGuest);
  return {
    host: host.id,
    hostName: host.name,
    id,
    title,
    town,
    sessions: row.sessions.map(when),
    open: true,
    seatsLeft,
    people,
  };
}

/** A course that is not open any more, as the tenant's own enrolments tell of it. */
export function closedCourse(own: readonly [GuestEnrolmentRow, ...GuestEnrolmentRow[]], host: Host): SharedCourse {
  const { courseId: id, courseTitle: title, town, sessions } = own[0];
  const people = own.map(ownGuest);
  return {
    host: host.id,
    hostName: host.name,
    id,
    title,
    town,
    sessions: sessions.map(when),
    open: false,
    seatsLeft: null,
    people,
  };
}

interface Host {
  readonly id: string;
  readonly name: string;
}

function when({ number, title, heldOn, startsAt, endsAt }: Session): SharedCourse['sessions'][number] {
  return { number, title, heldOn, startsAt, endsAt };
}

function ownGuest(row: GuestEnrolmentRow): OwnGuest {
  const { volunteerId, status, since, sessions, certificate } = row;
  const attendance = sessions.map(({ number }) => ({ session: number, mark: attendanceMark(row, number) }));
  return { volunteerId, status, since, attendance, certificateId: certificate?.certificateId ?? null };
}
