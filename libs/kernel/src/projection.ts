import type { Position, Recorded, RecordedEvent } from './envelope.js';
import type { DomainEvent } from './events.js';
import type { Change, ReadModels } from './read-models.js';
import { parseStreamName, upcast, type StreamDefinition } from './stream.js';
import type { TenantScope } from './tenant-scope.js';

type AnyStream = StreamDefinition<never, never>;
type EventFrom<Stream> = Stream extends { readonly evolve: (state: never, event: infer Event) => unknown }
  ? Extract<Event, DomainEvent>
  : never;

/**
 * A view as a pure fold: which rows an event touches, and what becomes of each. No clock, no I/O, no side
 * effects, so it can be rebuilt at any time. Raise `version` whenever the fold changes; it is then rebuilt.
 */
export interface Projection<Row extends object = object> {
  readonly name: string;
  readonly version: number;
  readonly streams: readonly AnyStream[];
  /** Field paths that queries filter or order by. */
  readonly indexes: readonly string[];
  rowsOf(event: Recorded<DomainEvent>, id: string): readonly string[];
  evolve(row: Row | undefined, event: Recorded<DomainEvent>, id: string): Row | undefined;
}

/**
 * Declares a view; event types are inferred from its streams.
 * `rowsOf(event, streamId)` names the rows touched (default: the stream's id); `evolve` answers undefined to delete the row.
 */
export function defineProjection<Row extends object>() {
  return <const Streams extends readonly { readonly evolve: (state: never, event: never) => unknown }[]>(definition: {
    readonly name: string;
    readonly version: number;
    readonly streams: Streams;
    readonly indexes?: readonly (keyof Row & string)[];
    readonly rowsOf?: (event: Recorded<EventFrom<Streams[number]>>, streamId: string) => readonly string[];
    readonly evolve: (
      row: Row | undefined,
      event: Recorded<EventFrom<Streams[number]>>,
      rowId: string,
    ) => Row | undefined;
  }): Projection<Row> =>
    ({
      indexes: [],
      rowsOf: (_event: unknown, streamId: string) => [streamId],
      ...definition,
    }) as unknown as Projection<Row>;
}

/**
 * Folds a batch of events into the rows it touches and answers what to write; nothing is written here.
 * Rows already past an event are left alone, so a batch that comes again after a crash changes nothing.
 */
export async function foldBatch(
  rows: Pick<ReadModels, 'get'>,
  projection: Projection,
  collection: string,
  batch: readonly RecordedEvent[],
): Promise<Change[]> {
  const touches = touchesOf(projection, batch);
  const folding = await readTouched(rows, collection, touches);
  for (const { key, id, event } of touches) {
    const entry = folding.get(key);
    if (!entry || entry.position >= event.position) continue;
    entry.row = projection.evolve(entry.row, event, id);
    entry.position = event.position;
    entry.changed = true;
  }
  return [...folding.values()]
    .filter((entry) => entry.changed)
    .map(({ scope, id, row, position }) => ({
      collection,
      scope,
      id,
      row: row ?? null,
      position: position as Position,
    }));
}

/** An event that a row has to learn of. */
interface Touch {
  readonly key: string;
  readonly scope: TenantScope;
  readonly id: string;
  readonly event: Recorded<DomainEvent>;
}

function touchesOf(projection: Projection, batch: readonly RecordedEvent[]): readonly Touch[] {
  const sources = projection.streams.map((stream) => ({ stream, prefix: `${stream.service}.${stream.category}-` }));
  return batch.flatMap((recorded) => {
    // Most events are none of a view's: their names need not be taken apart.
    const source = sources.find(({ prefix }) => recorded.stream.startsWith(prefix));
    if (!source) return [];
    const { scope, id: streamId } = parseStreamName(recorded.stream);
    const event = upcast(source.stream, recorded) as unknown as Recorded<DomainEvent>;
    return projection.rowsOf(event, streamId).map((id) => ({ key: `${scope.tenant}/${id}`, scope, id, event }));
  });
}

interface Folding {
  readonly scope: TenantScope;
  readonly id: string;
  row: object | undefined;
  position: Position | '';
  changed: boolean;
}

/** All at once: a store across the network then answers them together. */
async function readTouched(
  rows: Pick<ReadModels, 'get'>,
  collection: string,
  touches: readonly Touch[],
): Promise<ReadonlyMap<string, Folding>> {
  const distinct = new Map(touches.map((touch) => [touch.key, touch]));
  const read = Array.from(distinct, async ([key, { scope, id }]) => {
    const stored = await rows.get<object>(collection, scope, id);
    const folding: Folding = { scope, id, row: stored?.row, position: stored?.position ?? '', changed: false };
    return [key, folding] as const;
  });
  return new Map(await Promise.all(read));
}
