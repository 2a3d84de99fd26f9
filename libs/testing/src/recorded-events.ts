import { TenantScope, type DomainEvent, type EventId, type Position, type RecordedEvent } from '@lotsennetz/kernel';
import { presentVersion, type Clock, type Ids, type StreamDefinition } from '@lotsennetz/kernel';
import { FakeClock } from './fake-clock.js';
import { fakeIds } from './fake-ids.js';

export interface RecordedIn {
  readonly id: string;
  readonly tenant?: string;
  /** Revision of the first event. */
  readonly from?: number;
  /** Place of the first event in the store's order, from 1. */
  readonly place?: number;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

/** Events as a store would hand them out: the facts a projection's specification is given. */
export function recordedEvents<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  { id, tenant = 'siegen', from = 0, place = from + 1, clock = new FakeClock(), ids = fakeIds(id) }: RecordedIn,
  ...events: readonly NoInfer<Event>[]
): readonly RecordedEvent[] {
  const scope = TenantScope.of(tenant);
  return events.map((event, index) => ({
    id: ids.next() as EventId,
    type: event.type,
    recordedAt: clock.now(),
    happenedOn: event.happenedOn,
    data: event.data,
    meta: {
      tenant: scope.tenant,
      actor: 'test',
      correlationId: 'test',
      schemaVersion: presentVersion(stream, event.type),
    },
    stream: stream.name(scope, id),
    revision: from + index,
    position: String(place + index).padStart(16, '0') as Position,
  }));
}
