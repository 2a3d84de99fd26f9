import type { Clock, Instant } from './calendar.js';
import { isRefusal, type Decision, type Refusal } from './decision.js';
import type { EventMeta, NewEvent, Position, Recorded, Revision, StreamName } from './envelope.js';
import { WrongExpectedRevision, type EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import type { FoldCache, Folded } from './fold-cache.js';
import { advance, foldStream } from './fold-stream.js';
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
  return ports.folds.inTurn(
    name,
    async () => (await appendUnread(ports, task, name)) ?? decideAndAppend(ports, task, name),
  );
}

/**
 * The short way: events decided on a remembered fold are appended without a look at the store, since the append
 * checks the revision. Every other answer might be wrong if another process has appended: undefined, and it is
 * decided again on what is there.
 */
async function appendUnread<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  name: StreamName,
): Promise<Outcome<State, Event, Code> | undefined> {
  const folded = ports.folds.get(name);
  if (!folded) return undefined;
  const judgement = judge(task, folded);
  if (judgement.kind !== 'decided' || judgement.events.length === 0) return undefined;
  return tryAppend(ports, task, { name, folded, decision: judgement.events });
}

async function decideAndAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  name: StreamName,
): Promise<Outcome<State, Event, Code>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const folded = await foldStream(ports, task.stream, name);
    const judgement = judge(task, folded);
    if (judgement.kind === 'repetition') return answerAgain(ports, task, { name, folded, earlier: judgement.of });
    if (judgement.kind !== 'decided') return judgement;
    if (judgement.events.length === 0) return done(folded, [], false);
    const outcome = await tryAppend(ports, task, { name, folded, decision: judgement.events });
    if (outcome) return outcome;
  }
  throw new Error(`gave up on ${name} after ${attempts} lost races`);
}

type Remembered = Folded['commands'] extends Map<unknown, infer Value> ? Value : never;

type Judgement<State, Event extends DomainEvent, Code extends string> =
  | Exclude<Outcome<State, Event, Code>, { readonly kind: 'done' }>
  | { readonly kind: 'repetition'; readonly of: Remembered }
  | { readonly kind: 'decided'; readonly events: readonly Event[] };

/** What the command comes to, if the stream is at this fold. */
function judge<State, Command, Event extends DomainEvent, Code extends string>(
  { meta, ifMatch, decide, command }: CommandTask<State, Command, Event, Code>,
  folded: Folded,
): Judgement<State, Event, Code> {
  const earlier = meta.commandId && folded.commands.get(meta.commandId);
  if (earlier)
    return earlier.fingerprint === meta.fingerprint ? { kind: 'repetition', of: earlier } : { kind: 'key-reused' };
  if (ifMatch !== undefined && ifMatch !== folded.revision) return { kind: 'stale', revision: folded.revision };
  const decision = decide(command, folded.state as State);
  return isRefusal(decision) ? { kind: 'refused', ...decision } : { kind: 'decided', events: decision };
}

async function answerAgain<State, Event extends DomainEvent>(
  { eventStore }: CommandPorts,
  { stream }: { readonly stream: StreamDefinition<State, Event> },
  { name, folded, earlier }: { readonly name: StreamName; readonly folded: Folded; readonly earlier: Remembered },
): Promise<Outcome<State, Event, never>> {
  const events = await eventStore.readStream(name, earlier.first, earlier.last - earlier.first + 1);
  // Revision and position too are the first answer's, however far the stream has come since.
  const { revision, position } = events.at(-1) ?? folded;
  return done(
    { ...folded, revision, position },
    events.map((event) => upcast(stream, event)),
    true,
  );
}

/** The stream's state now. */
export async function loadState<State, Event extends DomainEvent>(
  ports: CommandPorts,
  stream: StreamDefinition<State, Event>,
  at: { readonly scope: TenantScope; readonly id: string },
): Promise<{ readonly state: State; readonly revision: Revision }> {
  const { state, revision } = await foldStream(ports, stream, stream.name(at.scope, at.id));
  return { state: state as State, revision };
}

/** undefined when somebody else has appended since the fold. */
async function tryAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  at: { readonly name: StreamName; readonly folded: Folded; readonly decision: readonly Event[] },
): Promise<Outcome<State, Event, never> | undefined> {
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
    const folded = advance(task.stream, at.folded, recorded);
    ports.folds.set(at.name, folded);
    return done(
      folded,
      recorded.map((event) => upcast(task.stream, event)),
      false,
    );
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
