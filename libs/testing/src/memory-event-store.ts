import {
  WrongExpectedRevision,
  type AppendRequest,
  type Appended,
  type BareEvent,
  type EventStore,
  type Position,
  type ReadAll,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from '@lotsennetz/kernel';
import { Bell } from './bell.js';

/** What outlives a store: hand it to the next one to play a restart. Events lie in it as JSON, as on a disk. */
export class MemoryHistory {
  readonly events: string[] = [];
  readonly streams = new Map<StreamName, number[]>();
  readonly bell = new Bell();
}

/** The history in memory. Everything goes through JSON, so what would not survive a disk does not survive here. */
export class MemoryEventStore implements EventStore {
  constructor(private readonly history = new MemoryHistory()) {}

  async readStream(stream: StreamName, from: Revision = 0, limit = Infinity): Promise<readonly RecordedEvent[]> {
    const places = this.history.streams.get(stream) ?? [];
    return Promise.resolve(places.slice(from, from + limit).map((place) => this.at(place)));
  }

  async replay(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]> {
    const events = await this.readStream(stream, from, limit);
    return events.map(({ type, revision, happenedOn, data, meta: { schemaVersion } }) => ({
      type,
      revision,
      happenedOn,
      data,
      schemaVersion,
    }));
  }

  async append(request: AppendRequest): Promise<Appended> {
    await request.precondition?.();
    return this.write(request);
  }

  private write({ stream, expectedRevision, events }: AppendRequest): Appended {
    const last = events.at(-1);
    if (!last) throw new TypeError('an append needs at least one event');
    const places = this.history.streams.get(stream) ?? [];
    const earlier = last.meta.commandId && this.lastOf(places, last.meta.commandId);
    if (earlier) return { revision: earlier.revision, position: earlier.position, duplicate: true };
    const actual = places.length - 1;
    if (actual !== expectedRevision) throw new WrongExpectedRevision(stream, expectedRevision, actual);
    const { length } = this.history.events;
    const lines = events.map((event, index) =>
      JSON.stringify({ ...event, stream, revision: places.length + index, position: positionOf(length + index) }),
    );
    this.history.events.push(...lines);
    this.history.streams.set(stream, [...places, ...lines.map((_, index) => length + index)]);
    this.history.bell.ring();
    return { revision: actual + events.length, position: positionOf(length + events.length - 1), duplicate: false };
  }

  private lastOf(places: readonly number[], commandId: string): RecordedEvent | undefined {
    return places.map((place) => this.at(place)).findLast(({ meta }) => meta.commandId === commandId);
  }

  async readAll(options: ReadAll): Promise<readonly RecordedEvent[]> {
    return Promise.resolve(this.page(options));
  }

  async *subscribe(options: ReadAll & { readonly signal: AbortSignal }): AsyncIterable<readonly RecordedEvent[]> {
    const { signal } = options;
    let { after } = options;
    while (!signal.aborted) {
      const seen = this.history.bell.count;
      const batch = this.page({ ...options, after });
      after = batch.at(-1)?.position ?? after;
      if (batch.length === 0) await this.history.bell.after(seen, signal);
      else yield batch;
    }
  }

  async head(): Promise<Position | undefined> {
    const { length } = this.history.events;
    return Promise.resolve(length === 0 ? undefined : positionOf(length - 1));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private page({ after, limit = 500, categories }: ReadAll): readonly RecordedEvent[] {
    const events: RecordedEvent[] = [];
    const first = after ? Number(after) : 0;
    for (let place = first; place < this.history.events.length && events.length < limit; place++) {
      const event = this.at(place);
      if (!categories || categories.some((category) => event.stream.startsWith(`${category}-`))) events.push(event);
    }
    return events;
  }

  private at(place: number): RecordedEvent {
    return JSON.parse(this.history.events[place] ?? 'null') as RecordedEvent;
  }
}

/** Counted from 1, as zero-padded text, so that positions compare as strings. */
function positionOf(place: number): Position {
  return String(place + 1).padStart(16, '0') as Position;
}
