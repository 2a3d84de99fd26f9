import type { CommandId } from './ids.js';
import type { Position, Revision, StreamName } from './envelope.js';

/** A stream folded up to a revision, with the commands it remembers. */
export interface Folded {
  readonly state: unknown;
  readonly revision: Revision;
  readonly position: Position | undefined;
  readonly commands: Map<
    CommandId,
    { readonly first: Revision; readonly last: Revision; readonly fingerprint: string | undefined }
  >;
}

/**
 * Folded streams kept in memory, the least recently used dropped first. Only a shortcut: an append still checks
 * the revision, and any other answer is given after reading what came since, so a stale entry costs time, not truth.
 */
export class FoldCache {
  private readonly entries = new Map<StreamName, Folded>();
  private readonly queues = new Map<StreamName, Promise<unknown>>();

  constructor(private readonly capacity = 5_000) {}

  get(stream: StreamName): Folded | undefined {
    const entry = this.entries.get(stream);
    if (!entry) return undefined;
    this.entries.delete(stream);
    this.entries.set(stream, entry);
    return entry;
  }

  set(stream: StreamName, folded: Folded): void {
    this.entries.delete(stream);
    this.entries.set(stream, folded);
    const oldest = this.entries.size > this.capacity ? this.entries.keys().next().value : undefined;
    if (oldest) this.entries.delete(oldest);
  }

  delete(stream: StreamName): void {
    this.entries.delete(stream);
  }

  /** Commands of this process for one stream wait for each other instead of racing; other processes still race. */
  async inTurn<Result>(stream: StreamName, work: () => Promise<Result>): Promise<Result> {
    const before = this.queues.get(stream);
    const mine = before ? before.then(work) : work();
    const settled = mine.catch(() => undefined);
    this.queues.set(stream, settled);
    try {
      return await mine;
    } finally {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    }
  }
}
