import type { BareEvent, NewEvent, Position, RecordedEvent, Revision, StreamName } from './envelope.js';

export interface Appended {
  /** Revision and position of the last event written, or of the earlier ones when `duplicate`. */
  readonly revision: Revision;
  readonly position: Position;
  /** The stream already holds events of this command id; nothing was written. */
  readonly duplicate: boolean;
}

export interface AppendRequest {
  readonly stream: StreamName;
  /** The revision the decision was made on; -1: the stream must not exist. */
  readonly expectedRevision: Revision;
  /** At least one; all of one command. Written together or not at all. */
  readonly events: readonly NewEvent[];
  /**
   * The last word against the append, by throwing; asked immediately before the write, by a store with one writer at
   * a time inside its write turn. There a promise is too late: the store awaits it, and writes in another turn.
   */
  readonly precondition?: () => void | Promise<void>;
}

/**
 * Port: the history. Append-only streams with optimistic concurrency and one total order over all of them.
 * No reader ever sees an event while an earlier position can still appear.
 */
export interface EventStore {
  /** Events from a revision on, in order, at most `limit` (default: all); empty when the stream does not exist. */
  readStream(stream: StreamName, from?: Revision, limit?: number): Promise<readonly RecordedEvent[]>;
  /** What `readStream` reads, without envelopes: for replays of long streams, at half the cost. */
  replay(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]>;
  /** Durable when the promise resolves. @throws WrongExpectedRevision, and what the precondition throws */
  append(request: AppendRequest): Promise<Appended>;
  /** The next events after a position in the store's order, at most `limit`; from the start without `after`. */
  readAll(options: ReadAll): Promise<readonly RecordedEvent[]>;
  /** The same without end: waits for new events, whoever appends them. Ends when the signal aborts. */
  subscribe(options: ReadAll & { readonly signal: AbortSignal }): AsyncIterable<readonly RecordedEvent[]>;
  /** Position of the newest event; undefined in an empty store. */
  head(): Promise<Position | undefined>;
  close(): Promise<void>;
}

export interface ReadAll {
  readonly after?: Position | undefined;
  readonly limit?: number;
  /** Only streams of these `service.category` names. */
  readonly categories?: readonly string[];
}

/** Somebody else appended first; read again and decide again. */
export class WrongExpectedRevision extends Error {
  readonly code = 'wrong-expected-revision';
  constructor(
    readonly stream: StreamName,
    readonly expected: Revision,
    readonly actual: Revision,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}`);
  }
}
