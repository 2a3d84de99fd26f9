import { hash } from 'node:crypto';
import { canonical, type RecordedEvent, type Revision, type StreamName } from '@lotsennetz/kernel';

/** A stream up to a revision, condensed: each event's hash takes in the one before. */
export interface StreamDigest {
  readonly revision: Revision;
  readonly hash: string;
}

/**
 * Histories condensed, a hash for each stream. Positions do not count, they are the store's own; whatever else an
 * event holds does, so that two stores with equal digests hold the same history.
 */
export class StreamDigests {
  private readonly streams = new Map<StreamName, StreamDigest>();
  private count = 0;

  get events(): number {
    return this.count;
  }

  get size(): number {
    return this.streams.size;
  }

  /** Of all streams together, in whatever order they were taken in. */
  get hash(): string {
    const lines = [...this.streams].map(([stream, digest]) => `${stream} ${digest.revision} ${digest.hash}\n`);
    return hash('sha256', lines.sort().join(''));
  }

  of(stream: StreamName): StreamDigest | undefined {
    return this.streams.get(stream);
  }

  /** Takes in the next event of its stream. @throws Error when one is missing before it, or it comes twice. */
  add({ position: _, ...event }: RecordedEvent): StreamDigest {
    const before = this.streams.get(event.stream);
    const expected = (before?.revision ?? -1) + 1;
    if (event.revision !== expected)
      throw new Error(`the history is damaged: ${event.stream} has revision ${event.revision} in place of ${expected}`);
    const digest = {
      revision: event.revision,
      hash: hash('sha256', `${before?.hash ?? ''}${JSON.stringify(canonical(event))}`, 'base64url'),
    };
    this.streams.set(event.stream, digest);
    this.count++;
    return digest;
  }

  /** A stream that is not the same in both, or in one only; undefined when there is none. */
  differenceTo(other: StreamDigests): StreamName | undefined {
    for (const stream of new Set([...this.streams.keys(), ...other.streams.keys()]))
      if (this.of(stream)?.hash !== other.of(stream)?.hash) return stream;
    return undefined;
  }

  /** A stream with events that the other does not have. */
  streamAhead(of: StreamDigests): StreamName | undefined {
    for (const [stream, { revision }] of this.streams) if (revision > (of.of(stream)?.revision ?? -1)) return stream;
    return undefined;
  }

  static async from(events: AsyncIterable<RecordedEvent>): Promise<StreamDigests> {
    const digests = new StreamDigests();
    for await (const event of events) digests.add(event);
    return digests;
  }
}
