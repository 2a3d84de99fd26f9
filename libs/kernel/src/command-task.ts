import type { Clock } from './calendar.js';
import type { Decision, Refusal } from './decision.js';
import type { EventMeta, Position, Recorded, Revision, StreamName } from './envelope.js';
import type { EventStore } from './event-store.js';
import type { DomainEvent } from './events.js';
import type { FoldCache, Folded } from './fold-cache.js';
import type { Ids } from './ids.js';
import type { Keys } from './keys.js';
import type { StreamDefinition } from './stream.js';
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
  readonly observer?: CommandObserver | undefined;
}

/** Watches commands, for figures and traces. What it does must not fail. */
export interface CommandObserver {
  /** Stands around every command and may give it another trace context. */
  around<State, Command, Event extends DomainEvent, Code extends string>(
    task: CommandTask<State, Command, Event, Code>,
    handle: (task: CommandTask<State, Command, Event, Code>) => Promise<Outcome<State, Event, Code>>,
  ): Promise<Outcome<State, Event, Code>>;
  /** Somebody else appended first; the command is decided again. */
  conflict(stream: StreamName): void;
}

/** The outcome of a command after which the stream is at this fold. */
export function done<State, Event extends DomainEvent>(
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
