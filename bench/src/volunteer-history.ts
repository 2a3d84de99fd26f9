import {
  TenantScope,
  type EventId,
  type EventStore,
  type Instant,
  type NewEvent,
  type StreamName,
} from '@lotsennetz/kernel';
import { dayOf, instantOf, numbered } from './history.js';

/** The tenant of all benchmarks. */
export const scope = TenantScope.of('siegen');

export function volunteerStream(person: number): StreamName {
  return `registration.volunteer-${scope.tenant}_${numbered(person)}` as StreamName;
}

/** A volunteer's first `count` events: interested, accepted, then paused and back in turn. Ids and moments follow from `person` and `perPerson`. */
function lifeOf(person: number, count: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, revision) => lifeEvent(person, revision, person * count + revision));
}

/** The event of that revision; `number` sets its id and moment, unless the moment is given. */
export function lifeEvent(person: number, revision: number, number: number, recordedAt?: Instant): NewEvent {
  const id = numbered(number) as EventId;
  const later = revision === 1 ? 'VolunteerAccepted' : revision % 2 === 0 ? 'VolunteerPaused' : 'VolunteerResumed';
  const meta = {
    tenant: scope.tenant,
    actor: `token:${numbered(0)}`,
    correlationId: numbered(number),
    schemaVersion: 1,
  };
  const times = { recordedAt: recordedAt ?? instantOf(number), happenedOn: dayOf(number) };
  return revision === 0
    ? { id, type: 'InterestRegistered', ...times, data: profile(person, id), meta }
    : { id, type: later, ...times, data: {}, meta };
}

/** Appends whole lives, 100 at a time. */
export async function appendLives(store: EventStore, people: number, perPerson: number): Promise<void> {
  for (let from = 0; from < people; from += 100)
    await Promise.all(
      Array.from({ length: Math.min(100, people - from) }, (_, index) =>
        store.append({
          stream: volunteerStream(from + index),
          expectedRevision: -1,
          events: lifeOf(from + index, perPerson),
        }),
      ),
    );
}

/** As it is stored: sealed, here under a key that nobody has. */
function profile(person: number, eventId: string): object {
  const sealedAs = (purpose: string, field: string) => ({
    sealed: 'x'.repeat(58),
    subject: numbered(person),
    purpose,
    origin: `${eventId}/${field}`,
  });
  return {
    givenName: sealedAs('name', 'givenName'),
    familyName: sealedAs('name', 'familyName'),
    email: sealedAs('contact', 'email'),
    postalCode: '57072',
    town: 'Siegen',
    gender: 'female',
    languages: ['de', 'ar'],
    topics: ['housing', 'health'],
    availability: ['mon-morning', 'wed-evening'],
    capacity: 2,
    channel: 'office',
  };
}
