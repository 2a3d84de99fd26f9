import type { CommandId, RecordedEvent, Revision, StreamName } from '@lotsennetz/kernel';

/** A stream's commands, complete up to a revision. */
interface Known {
  revision: Revision;
  /** Revision of the command's last event. */
  readonly commands: Map<CommandId, Revision>;
}

/**
 * Which commands streams hold, learnt from what is read and written anyway, so that an append needs no look-up of its
 * own. Bounded: what was not used for the longest time is forgotten, and read again when it is needed.
 */
export class KnownCommands {
  private readonly streams = new Map<StreamName, Known>();
  private commands = 0;

  constructor(private readonly capacity = { streams: 20_000, commands: 500_000 }) {}

  /** Up to which revision the stream's commands are known; undefined: nothing is. */
  reach(stream: StreamName): Revision | undefined {
    return this.streams.get(stream)?.revision;
  }

  revisionOf(stream: StreamName, command: CommandId): Revision | undefined {
    return this.streams.get(stream)?.commands.get(command);
  }

  /** `events` follow each other and begin after revision `after`. A gap to what is known teaches nothing. */
  learn(stream: StreamName, after: Revision, events: readonly Pick<RecordedEvent, 'revision' | 'meta'>[]): void {
    const known = this.streams.get(stream) ?? { revision: -1, commands: new Map<CommandId, Revision>() };
    if (after > known.revision) return;
    this.streams.delete(stream);
    this.streams.set(stream, known);
    const before = known.commands.size;
    for (const { revision, meta } of events) {
      if (revision <= known.revision) continue;
      known.revision = revision;
      if (meta.commandId) known.commands.set(meta.commandId, revision);
    }
    this.commands += known.commands.size - before;
    this.tidy(stream);
  }

  forget(stream: StreamName): void {
    this.commands -= this.streams.get(stream)?.commands.size ?? 0;
    this.streams.delete(stream);
  }

  private tidy(keep: StreamName): void {
    for (const oldest of this.streams.keys()) {
      if (this.streams.size <= this.capacity.streams && this.commands <= this.capacity.commands) return;
      // One stream alone may be larger than all that is allowed: it is in use.
      if (oldest !== keep) this.forget(oldest);
    }
  }
}
