import type { Clock, Instant } from './calendar.js';
import { isRefusal, type Decision, type Refusal } from './decision.js';
import type { EventMeta, NewEvent, Position, Recorded, RecordedEvent, Revision, StreamName } from './envelope.js';
import { WrongExpectedRevision, type EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import type { FoldCache } from './fold-cache.js';
import { type Folded } from './fold-cache.js';
import type { EventId, Ids } from './ids.js';
import type { Keys } from './keys.js';
import { sealData } from './seal-events.js';
import { presentVersion, upcast, type StreamDefinition } from './stream.js';
import type { TenantScope } from './tenant-scope.js';

/** Who sends a command, and as part of what. */
export type CommandMeta = Omit<EventMeta, 'tenant' | 'schemaVersion'>;

export interface CommandTask<State, Command, Event extends DomainEvent, Code extends string> {
  readonly stream: StreamDefinition<State, Event>;
  readonly scope: TenantScope;
  readonly id: string;
  readonly decide: (command: Command, state: State) => Decision<Event, Code>;
  readonly command: Command;
  readonly meta: CommandMeta;
  /** The revision the caller has seen (`If-Match`); checked once, never retried. */
  readonly ifMatch?: Revision | undefined;
}

export type Outcome<State, Event extends DomainEvent, Code extends string> =
  | {
      readonly kind: 'done';
      readonly state: State;
      readonly revision: Revision;
      /** Position of the stream's newest event known now; undefined when the stream has none. */
      readonly position: Position | undefined;
      /** What this command recorded, now or when it was first sent; empty when there was nothing to do. */
      readonly events: readonly Recorded<Event>[];
      /** The command id was seen before; the answer is the first one's. */
      readonly repeated: boolean;
    }
  | ({ readonly kind: 'refused' } & Refusal<Code>)
  | { readonly kind: 'stale'; readonly revision: Revision }
  | { readonly kind: 'key-reused' };

export interface CommandPorts {
  readonly eventStore: EventStore;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly folds: FoldCache;
}

const attempts = 20;
const pageSize = 1_000;

/**
 * Handles any command: read, fold, decide, seal, append; decides again when somebody else was faster.
 * A repeated command id records nothing and is answered from what it recorded the first time.
 * @throws SubjectForgotten, and Error after 20 lost races.
 */
export async function handleCommand<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
): Promise<Outcome<State, Event, Code>> {
  const name = task.stream.name(task.scope, task.id);
  return ports.folds.inTurn(name, () => decideAndAppend(ports, task, name));
}

async function decideAndAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  name: StreamName,
): Promise<Outcome<State, Event, Code>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const folded = await fold(ports, task.stream, name);
    const earlier = task.meta.commandId && folded.commands.get(task.meta.commandId);
    if (earlier) {
      if (earlier.fingerprint !== task.meta.fingerprint) return { kind: 'key-reused' };
      const events = await ports.eventStore.readStream(name, earlier.first, earlier.last - earlier.first + 1);
      // Revision and position too are the first answer's, however far the stream has come since.
      const { revision, position } = events.at(-1) ?? folded;
      return done(
        { ...folded, revision, position },
        events.map((event) => upcast(task.stream, event)),
        true,
      );
    }
    if (task.ifMatch !== undefined && task.ifMatch !== folded.revision)
      return { kind: 'stale', revision: folded.revision };
    const decision = task.decide(task.command, folded.state as State);
    if (isRefusal(decision)) return { kind: 'refused', ...decision };
    if (decision.length === 0) return done(folded, [], false);
    const recorded = await tryAppend(ports, task, { name, folded, decision });
    if (recorded)
      return done(
        advance(task.stream, folded, recorded),
        recorded.map((event) => upcast(task.stream, event)),
        false,
      );
  }
  throw new Error(`gave up on ${name} after ${attempts} lost races`);
}

/** The stream's state now. */
export async function loadState<State, Event extends DomainEvent>(
  ports: CommandPorts,
  stream: StreamDefinition<State, Event>,
  at: { readonly scope: TenantScope; readonly id: string },
): Promise<{ readonly state: State; readonly revision: Revision }> {
  const { state, revision } = await fold(ports, stream, stream.name(at.scope, at.id));
  return { state: state as State, revision };
}

async function fold<State, Event extends DomainEvent>(
  ports: CommandPorts,
  stream: StreamDefinition<State, Event>,
  name: StreamName,
): Promise<Folded> {
  const cached = ports.folds.get(name) ?? {
    state: stream.initial,
    revision: -1,
    position: undefined,
    commands: new Map(),
  };
  let folded = cached;
  // In pages: a stream may hold hundreds of thousands of events, and only their fold is kept.
  for (let read = pageSize; read === pageSize;) {
    const newer = await ports.eventStore.readStream(name, folded.revision + 1, pageSize);
    read = newer.length;
    folded = advance(stream, folded, newer);
  }
  if (folded.revision > cached.revision) ports.folds.set(name, folded);
  return folded;
}

function advance<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  from: Folded,
  events: readonly RecordedEvent[],
): Folded {
  let state = from.state as State;
  let { revision, position } = from;
  for (const event of events) {
    // Two readers may advance the same cached fold at once; each event counts once.
    if (event.revision <= revision) continue;
    state = stream.evolve(state, upcast(stream, event) as unknown as Event);
    ({ revision, position } = event);
    remember(from.commands, event);
  }
  return { state, revision, position, commands: from.commands };
}

function remember(commands: Folded['commands'], { meta, revision }: RecordedEvent): void {
  if (!meta.commandId) return;
  const first = commands.get(meta.commandId)?.first ?? revision;
  commands.set(meta.commandId, { first, last: revision, fingerprint: meta.fingerprint });
}

async function tryAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  at: { readonly name: StreamName; readonly folded: Folded; readonly decision: readonly Event[] },
): Promise<readonly RecordedEvent[] | undefined> {
  // One moment for all: sealing takes longer for some, and who sorts by it must not see them swapped.
  const recordedAt = ports.clock.now();
  const events = await Promise.all(at.decision.map((event) => prepare(ports, task, { event, recordedAt })));
  try {
    const appended = await ports.eventStore.append({ stream: at.name, expectedRevision: at.folded.revision, events });
    if (appended.duplicate) return undefined;
    const first = appended.revision - events.length + 1;
    const recorded = events.map((event, index) => ({
      ...event,
      stream: at.name,
      revision: first + index,
      position: appended.position,
    }));
    ports.folds.set(at.name, advance(task.stream, at.folded, recorded));
    return recorded;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return undefined;
    ports.folds.delete(at.name);
    throw error;
  }
}

async function prepare<State, Event extends DomainEvent>(
  ports: CommandPorts,
  task: {
    readonly stream: StreamDefinition<State, Event>;
    readonly scope: TenantScope;
    readonly id: string;
    readonly meta: CommandMeta;
  },
  { event, recordedAt }: { readonly event: Event; readonly recordedAt: Instant },
): Promise<NewEvent> {
  const shape = task.stream.schemas[event.type];
  if (!shape) throw new TypeError(`${task.stream.category} has no event '${event.type}'`);
  const id = ports.ids.next() as EventId;
  const data = await sealData(ports.keys, shape, event, { scope: task.scope, eventId: id, streamId: task.id });
  const meta = { ...task.meta, tenant: task.scope.tenant, schemaVersion: presentVersion(task.stream, event.type) };
  return { id, type: event.type, recordedAt, happenedOn: event.happenedOn, data, meta };
}

function done<State, Event extends DomainEvent>(
  folded: Folded,
  events: readonly Recorded<Event>[],
  repeated: boolean,
): Outcome<State, Event, never> {
  return {
    kind: 'done',
    state: folded.state as State,
    revision: folded.revision,
    position: folded.position,
    events,
    repeated,
  };
}
