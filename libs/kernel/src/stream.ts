import type { BareEvent, Recorded, RecordedEvent, StreamName } from './envelope.js';
import type { DomainEvent, EventOf, EventSchemas } from './events.js';
import { TenantScope } from './tenant-scope.js';

/** Turns data of one schema version into the next; `version` 1 is the first ever stored. */
export type Upcaster = (data: never) => object;

/** One kind of stream: its name, its events, and how they fold into state. Slices of the stream share only this. */
export interface StreamDefinition<State, Event extends DomainEvent> {
  readonly service: string;
  readonly category: string;
  readonly schemas: EventSchemas;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  /** event type -> upcasters from version 1, 2, ... to the present; the present version is one more than their number. */
  readonly upcasters: Readonly<Record<string, readonly Upcaster[]>>;
  /** @throws RangeError when the id holds characters that cannot be part of a name. */
  name(scope: TenantScope, id: string): StreamName;
}

export function defineStream<const Schemas extends EventSchemas, State>(definition: {
  readonly service: string;
  readonly category: string;
  readonly schemas: Schemas;
  // The fold decides what the state is; the initial value only has to be one.
  readonly initial: NoInfer<State>;
  readonly evolve: (state: State, event: EventOf<Schemas>) => State;
  readonly upcasters?: { readonly [Type in keyof Schemas & string]?: readonly Upcaster[] };
}): StreamDefinition<State, EventOf<Schemas>> {
  const { service, category, upcasters = {} } = definition;
  // One word each: a hyphen would make the border between category and tenant ambiguous.
  if (!/^[a-z]+$/.test(service) || !/^[a-z]+$/.test(category))
    throw new RangeError('service and category are one lower-case word each');
  return {
    ...definition,
    upcasters: upcasters,
    name(scope, id) {
      if (!/^[A-Za-z0-9-]{1,80}$/.test(id)) throw new RangeError('a stream id is 1 to 80 letters, digits or "-"');
      return `${service}.${category}-${TenantScope.require(scope).tenant}_${id}` as StreamName;
    },
  };
}

/** Takes a stream name apart. @throws RangeError for anything else. */
export function parseStreamName(name: string): {
  readonly service: string;
  readonly category: string;
  readonly scope: TenantScope;
  readonly id: string;
} {
  const match = /^([a-z]+)\.([a-z]+)-([a-z][a-z0-9-]*)_([A-Za-z0-9-]+)$/.exec(name);
  const category = match?.[2];
  if (!match || !category) throw new RangeError(`not a stream name: ${name}`);
  return { service: match[1] ?? '', category, scope: TenantScope.of(match[3] ?? ''), id: match[4] ?? '' };
}

export function presentVersion(
  stream: { readonly upcasters: StreamDefinition<never, never>['upcasters'] },
  type: string,
): number {
  return (stream.upcasters[type]?.length ?? 0) + 1;
}

/**
 * The event as today's code knows it.
 * @throws TypeError for a type this stream does not have, or a version newer than this code.
 */
export function upcast<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  event: RecordedEvent,
): Recorded<Event> {
  const data = upcastData(stream, { type: event.type, data: event.data, schemaVersion: event.meta.schemaVersion });
  return (data === event.data ? event : { ...event, data }) as unknown as Recorded<Event>;
}

/**
 * The same for an event without envelope: its data as today's code knows it.
 * @throws TypeError for a type this stream does not have, or a version newer than this code.
 */
export function upcastData<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  { type, data, schemaVersion }: Pick<BareEvent, 'type' | 'data' | 'schemaVersion'>,
): Event['data'] {
  if (!(type in stream.schemas)) throw new TypeError(`${stream.service}.${stream.category} has no event '${type}'`);
  if (schemaVersion > presentVersion(stream, type))
    throw new TypeError(`'${type}' v${schemaVersion} was written by newer code`);
  const pending = stream.upcasters[type]?.slice(schemaVersion - 1) ?? [];
  return pending.reduce<object>((older, upcaster) => upcaster(older as never), data);
}
