import type { RecordedEvent, StreamName } from './envelope.js';
import type { EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import type { FoldCache, Folded } from './fold-cache.js';
import { upcast, type StreamDefinition } from './stream.js';

/** Large enough that stores let other work in between the parts of a page. */
const pageSize = 10_000;

/** A stream as it is in the store now: what is remembered of it, and what has come since. */
export async function foldStream<State, Event extends DomainEvent>(
  ports: { readonly eventStore: EventStore; readonly folds: FoldCache },
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

/** The fold with the events that come after it. */
export function advance<State, Event extends DomainEvent>(
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
