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
  readModels: ReadModels,
  projection: Projection,
  collection: string,
  batch: readonly RecordedEvent[],
): Promise<Change[]> {
  const touched = new Map<
    string,
    {
      readonly scope: TenantScope;
      readonly id: string;
      row: object | undefined;
      position: Position | '';
      changed: boolean;
    }
  >();
  for (const recorded of batch) {
    const { scope, id: streamId, stream } = sourceOf(projection, recorded);
    if (!stream) continue;
    const event = upcast(stream, recorded) as unknown as Recorded<DomainEvent>;
    for (const id of projection.rowsOf(event, streamId)) {
      const key = `${scope.tenant}/${id}`;
      let entry = touched.get(key);
      if (!entry) {
        const stored = await readModels.get<object>(collection, scope, id);
        entry = { scope, id, row: stored?.row, position: stored?.position ?? '', changed: false };
        touched.set(key, entry);
      }
      if (entry.position >= event.position) continue;
      entry.row = projection.evolve(entry.row, event, id);
      entry.position = event.position;
      entry.changed = true;
    }
  }
  return [...touched.values()]
    .filter((entry) => entry.changed)
    .map(({ scope, id, row, position }) => ({
      collection,
      scope,
      id,
      row: row ?? null,
      position: position as Position,
    }));
}

function sourceOf(
  projection: Projection,
  event: RecordedEvent,
): { scope: TenantScope; id: string; stream: AnyStream | undefined } {
  const { service, category, scope, id } = parseStreamName(event.stream);
  return {
    scope,
    id,
    stream: projection.streams.find((stream) => stream.service === service && stream.category === category),
  };
}
