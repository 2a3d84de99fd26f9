import { parseStreamName, type EventStore, type Position, type RecordedEvent } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { StreamDigests } from './stream-digests.js';

const pageSize = 1_000;
/** Events without a command id need no borders between them. */
const mostTogether = 200;

/** The target holds something else in a stream, or more than the source; nothing was written into it. */
export class TargetDiffers extends Error {
  readonly code = 'target-differs';
  constructor(readonly stream: string) {
    super(`the target already holds another history in the stream ${stream}`);
  }
}

/** All events of a store in its order; of one tenant, and up to a position, where told. */
export async function* historyOf(
  store: EventStore,
  { tenant, until }: { readonly tenant?: string | undefined; readonly until?: Position | undefined } = {},
): AsyncIterable<RecordedEvent> {
  for (let after: Position | undefined; ;) {
    const page = await store.readAll({ after, limit: pageSize });
    for (const event of page) {
      if (until !== undefined && event.position > until) return;
      if (tenant === undefined || parseStreamName(event.stream).scope.tenant === tenant) yield event;
    }
    if (page.length === 0) return;
    after = page.at(-1)?.position;
  }
}

/** The embedded store writes appends in the order they are sent, many with one sync; other stores promise no order between streams. */
export function appendsAtOnce({ eventStore }: Config): number {
  return eventStore.startsWith('sqlite:') ? 500 : 1;
}

export interface CopyTask {
  /** Read more than once, and the same each time. */
  readonly source: () => AsyncIterable<RecordedEvent>;
  readonly target: EventStore;
  /** Leave other tenants of the target alone. */
  readonly tenant?: string | undefined;
  /** How many appends may be under way; more than one only where the store writes them in the order they are sent. */
  readonly appendsAtOnce: number;
  /** Called with the number of events that are there now. */
  readonly onProgress: (events: number) => void;
}

/**
 * Copies a history through the port: ids, revisions, both times and meta stay as they are, and so does the order over
 * all streams. Goes on where an earlier copy was interrupted; one that is complete is only compared.
 * @throws TargetDiffers before anything is written; Error when in the end the target is not the same stream by stream.
 */
export async function copyHistory(task: CopyTask): Promise<StreamDigests> {
  const there = await StreamDigests.from(historyOf(task.target, task));
  if (there.size > 0) await mustBeginLike(there, task.source());
  const copied = new StreamDigests();
  const missing = async function* () {
    for await (const event of task.source()) {
      copied.add(event);
      if (event.revision > (there.of(event.stream)?.revision ?? -1)) yield event;
    }
  };
  let waiting: (readonly RecordedEvent[])[] = [];
  const write = async () => {
    await Promise.all(waiting.map((events) => append(task.target, events)));
    waiting = [];
    task.onProgress(copied.events);
  };
  for await (const events of commandsOf(missing())) if (waiting.push(events) >= task.appendsAtOnce) await write();
  await write();
  const different = copied.differenceTo(await StreamDigests.from(historyOf(task.target, task)));
  if (different) throw new Error(`the copy of ${different} is not the same as its source`);
  return copied;
}

/** Each stream of the target must be the beginning of the source's. */
async function mustBeginLike(there: StreamDigests, source: AsyncIterable<RecordedEvent>): Promise<void> {
  const digests = new StreamDigests();
  for await (const event of source) {
    const { revision, hash } = digests.add(event);
    const known = there.of(event.stream);
    if (known?.revision === revision && known.hash !== hash) throw new TargetDiffers(event.stream);
  }
  const longer = there.streamAhead(digests);
  if (longer) throw new TargetDiffers(longer);
}

/** What one command recorded is appended together, so that the target remembers the command like the source. */
async function* commandsOf(events: AsyncIterable<RecordedEvent>): AsyncIterable<readonly RecordedEvent[]> {
  let group: RecordedEvent[] = [];
  for await (const event of events) {
    if (group.length > 0 && !belongsTo(group, event)) {
      yield group;
      group = [];
    }
    group.push(event);
  }
  if (group.length > 0) yield group;
}

function belongsTo(group: readonly RecordedEvent[], event: RecordedEvent): boolean {
  const [first] = group;
  if (first?.stream !== event.stream || first.meta.commandId !== event.meta.commandId) return false;
  return event.meta.commandId !== undefined || group.length < mostTogether;
}

async function append(target: EventStore, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  await target.append({
    stream: first.stream,
    expectedRevision: first.revision - 1,
    events: events.map(({ id, type, recordedAt, happenedOn, data, meta }) => ({
      id,
      type,
      recordedAt,
      happenedOn,
      data,
      meta,
    })),
  });
}
