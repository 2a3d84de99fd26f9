import {
  TenantScope,
  type CommandId,
  type Day,
  type EventId,
  type EventStore,
  type Instant,
  type NewEvent,
  type ReadAll,
  type RecordedEvent,
  type StreamName,
} from '@lotsennetz/kernel';
import { fakeIds } from '../fake-ids.js';
import { stopsWithTest, unique } from './harness.js';

const ids = fakeIds(unique('events'));

/** `registration.volunteer-siegen_<unique>` unless told otherwise. */
export function someStream(category = 'registration.volunteer'): StreamName {
  return `${category}-siegen_${unique('s')}` as StreamName;
}

export function someEvent(data: object = { town: 'Siegen' }, commandId?: string): NewEvent {
  return {
    id: ids.next() as EventId,
    type: 'VolunteerAccepted',
    recordedAt: '2015-11-20T08:00:00.000Z' as Instant,
    happenedOn: '2015-11-19' as Day,
    data,
    meta: {
      tenant: TenantScope.of('siegen').tenant,
      actor: 'token:a',
      correlationId: 'c-1',
      schemaVersion: 1,
      ...(commandId ? { commandId: commandId as CommandId, fingerprint: 'f' } : {}),
    },
  };
}

/** Appends one event to each new stream, one after the other. */
export async function fill(store: EventStore, count: number, category?: string): Promise<readonly NewEvent[]> {
  const events = Array.from({ length: count }, (_, index) => someEvent({ number: index }));
  for (const event of events)
    await store.append({ stream: someStream(category), expectedRevision: -1, events: [event] });
  return events;
}

export interface Following {
  readonly events: RecordedEvent[];
  /** Resolves when the iteration has ended. */
  stop(): Promise<void>;
}

/** Subscribes and collects until stopped. */
export function follow(store: EventStore, options: ReadAll = {}): Following {
  const stopping = stopsWithTest();
  const events: RecordedEvent[] = [];
  const ended = (async () => {
    for await (const batch of store.subscribe({ ...options, signal: stopping.signal })) events.push(...batch);
  })();
  return {
    events,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

/** Everything from a position on, in pages. */
export async function readOn(store: EventStore, options: ReadAll): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let { after } = options; ; after = events.at(-1)?.position ?? after) {
    const page = await store.readAll({ ...options, after });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

export const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);
