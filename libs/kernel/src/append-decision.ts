import type { Instant } from './calendar.js';
import { done, type CommandMeta, type CommandPorts, type CommandTask, type Outcome } from './command-task.js';
import type { NewEvent, StreamName } from './envelope.js';
import { WrongExpectedRevision } from './event-store.js';
import type { DomainEvent } from './events.js';
import type { Folded } from './fold-cache.js';
import { advance } from './fold-stream.js';
import type { EventId } from './ids.js';
import { sealData } from './seal-events.js';
import { presentVersion, upcast, type StreamDefinition } from './stream.js';
import type { TenantScope } from './tenant-scope.js';

/** Seals and appends what was decided on a fold; undefined when somebody else has appended since. */
export async function tryAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  at: { readonly name: StreamName; readonly folded: Folded; readonly decision: readonly Event[] },
): Promise<Outcome<State, Event, never> | undefined> {
  // One moment for all: sealing takes longer for some, and who sorts by it must not see them swapped.
  const recordedAt = ports.clock.now();
  const subjects = new Set<string>();
  const onSubject = (subject: string) => void subjects.add(subject);
  const events = await Promise.all(at.decision.map((event) => prepare(ports, task, { event, recordedAt, onSubject })));
  // Their keys were there a moment ago; who was forgotten since must not come back with this event.
  const precondition = () => ports.keys.refuseForgotten(task.scope, [...subjects]);
  const request = { stream: at.name, expectedRevision: at.folded.revision, events };
  try {
    const appended = await ports.eventStore.append(subjects.size > 0 ? { ...request, precondition } : request);
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
    if (error instanceof WrongExpectedRevision) {
      ports.observer?.conflict(at.name);
      return undefined;
    }
    ports.folds.delete(at.name);
    throw error;
  }
}

interface Preparing<Event> {
  readonly event: Event;
  readonly recordedAt: Instant;
  readonly onSubject: (subject: string) => void;
}

async function prepare<State, Event extends DomainEvent>(
  ports: CommandPorts,
  task: {
    readonly stream: StreamDefinition<State, Event>;
    readonly scope: TenantScope;
    readonly id: string;
    readonly meta: CommandMeta;
  },
  { event, recordedAt, onSubject }: Preparing<Event>,
): Promise<NewEvent> {
  const shape = task.stream.schemas[event.type];
  if (!shape) throw new TypeError(`${task.stream.category} has no event '${event.type}'`);
  const id = ports.ids.next() as EventId;
  const origin = { scope: task.scope, eventId: id, streamId: task.id, onSubject };
  const data = await sealData(ports.keys, shape, event, origin);
  const meta = { ...task.meta, tenant: task.scope.tenant, schemaVersion: presentVersion(task.stream, event.type) };
  return { id, type: event.type, recordedAt, happenedOn: event.happenedOn, data, meta };
}
