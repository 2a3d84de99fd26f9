import {
  defineEvents,
  defineStream,
  deriveId,
  field,
  type Day,
  type EventOf,
  type TenantScope,
} from '@lotsennetz/kernel';

/** What stands in every event: an event is published by itself, and what concerns a person is found by their id. */
const person = {
  volunteerId: field.id(),
  courseId: field.id(),
  courseCode: field.publicText('code of a course'),
  courseTitle: field.publicText('title of a course'),
} as const;

const session = field.record({
  number: field.integer(),
  title: field.publicText('content of a curriculum'),
  heldOn: field.day(),
  startsAt: field.time(),
  endsAt: field.time(),
  minutes: field.integer(),
});

const schemas = defineEvents({
  /** The host has given a seat, or a place on its waiting list. What the course was when the person was enrolled. */
  GuestPlaceConfirmed: {
    ...person,
    /** The tenant that holds the course. */
    host: field.id(),
    place: field.code('enrolled', 'waiting'),
    town: field.publicText('an area of thousands of people'),
    sessions: field.list(session),
  },
  GuestPlacePromoted: person,
  GuestPlaceCancelled: { ...person, cause: field.code('withdrawn', 'host', 'erased') },
  GuestMarkLearnt: { ...person, session: field.integer(), present: field.boolean() },
  GuestMakeUpLearnt: { ...person, session: field.integer() },
  GuestCertificateIssued: {
    ...person,
    certificateId: field.id(),
    number: field.publicText('number of a document'),
    /** 128 random bits in hex, printed on the certificate. */
    verificationCode: field.id(),
  },
});

export type GuestEnrolmentEvent = EventOf<typeof schemas>;
type Confirmed = Extract<GuestEnrolmentEvent, { type: 'GuestPlaceConfirmed' }>['data'];

export interface KnownGuestEnrolment extends Omit<Confirmed, 'place'> {
  readonly status: 'enrolled' | 'waiting' | 'cancelled';
  /** The day of the last change of status. */
  readonly since: Day;
  /** Session numbers, as in a participation. */
  readonly present: readonly number[];
  readonly absent: readonly number[];
  readonly madeUp: readonly number[];
  readonly certificate?: {
    readonly certificateId: string;
    readonly number: string;
    readonly verificationCode: string;
    readonly issuedOn: Day;
  };
}
export type GuestEnrolmentState = { readonly status: 'unknown' } | KnownGuestEnrolment;

export const unknownGuestEnrolment: GuestEnrolmentState = { status: 'unknown' };

/** One of the tenant's own people in a course of another tenant. Who it is stays here; the host knows this stream's id. */
export const guestEnrolment = defineStream({
  service: 'training',
  category: 'guest',
  schemas,
  initial: unknownGuestEnrolment,
  evolve: evolveGuestEnrolment,
});

/** The same person in the same course always has the same id; without the person's id it says nothing. */
export function guestEnrolmentIdOf(
  { tenant }: TenantScope,
  of: { readonly host: string; readonly courseId: string; readonly volunteerId: string },
): string {
  return deriveId('guest-enrolment', tenant, of.host, of.courseId, of.volunteerId);
}

export function evolveGuestEnrolment(state: GuestEnrolmentState, event: GuestEnrolmentEvent): GuestEnrolmentState {
  const { happenedOn: since } = event;
  if (event.type === 'GuestPlaceConfirmed') {
    const { place: status, ...data } = event.data;
    const before = state.status === 'unknown' ? { present: [], absent: [], madeUp: [] } : state;
    return { ...before, ...data, status, since };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'GuestPlacePromoted':
      return { ...state, status: 'enrolled', since };
    case 'GuestPlaceCancelled':
      return { ...state, status: 'cancelled', since };
    case 'GuestMarkLearnt': {
      const { session, present } = event.data;
      const without = (numbers: readonly number[]) => numbers.filter((number) => number !== session);
      const [there, away] = [without(state.present), without(state.absent)];
      return present
        ? { ...state, present: [...there, session], absent: away }
        : { ...state, present: there, absent: [...away, session] };
    }
    case 'GuestMakeUpLearnt':
      return { ...state, madeUp: [...state.madeUp, event.data.session] };
    case 'GuestCertificateIssued': {
      const { certificateId, number, verificationCode } = event.data;
      return { ...state, certificate: { certificateId, number, verificationCode, issuedOn: since } };
    }
  }
}

/** Whose enrolment it is, as every event of it says. */
export function whoseEnrolment(
  state: KnownGuestEnrolment,
): Pick<KnownGuestEnrolment, 'volunteerId' | 'courseId' | 'courseCode' | 'courseTitle'> {
  const { volunteerId, courseId, courseCode, courseTitle } = state;
  return { volunteerId, courseId, courseCode, courseTitle };
}
