import {
  progressChange,
  progressCollection,
  progressId,
  readProgress,
  type Parked,
  type ProgressKey,
  type StreamProgress,
} from './consumer-progress.js';
import type { StreamName } from './envelope.js';
import type { ContractEvent } from './event-bus.js';
import type { Change, ReadModels } from './read-models.js';
import { TenantScope } from './tenant-scope.js';

export const parkedCollection = 'parked-events';

/** What stands in `parkedCollection` for each event that waits. */
export interface ParkedRow {
  readonly consumer: string;
  readonly stream: StreamName;
  readonly event: ContractEvent;
}

export interface ParkedStream {
  readonly scope: TenantScope;
  readonly progress: StreamProgress;
}

/** Makes the collections that every consumer on these read models writes to; may be repeated. */
export async function openProgress(readModels: ReadModels): Promise<void> {
  await readModels.open(progressCollection, ['consumer', 'parked.since']);
  await readModels.open(parkedCollection, ['stream']);
}

/** Every parked stream of a service, whatever its tenant: for operators. */
export async function parkedStreams(readModels: ReadModels): Promise<readonly ParkedStream[]> {
  return (await putAside(readModels)).filter(({ progress }) => progress.parked);
}

/** Every stream of which events were put aside, also those that nobody has taken away since. */
export async function putAside(readModels: ReadModels): Promise<readonly ParkedStream[]> {
  const found = new Map<string, ProgressKey>();
  // A parked stream has events that wait: those are few, while of progress there is a row for every stream.
  for await (const { scope, row } of readModels.scan<ParkedRow>(parkedCollection))
    found.set(`${scope.tenant} ${progressId(row.consumer, row.stream)}`, { scope, ...row });
  return Promise.all([...found.values()].map((key) => readProgress(readModels, key)));
}

/** Asks the consumer, wherever it runs, to try a parked stream again, or to drop its first event and go on. */
export async function requestParked(
  readModels: ReadModels,
  { scope, progress: { consumer, stream } }: ParkedStream,
  requested: 'retry' | 'skip',
): Promise<void> {
  for (;;) {
    const read = await readProgress(readModels, { scope, consumer, stream });
    const { parked } = read.progress;
    if (!parked) return;
    const change = progressChange(read, { ...read.progress, parked: { ...parked, requested } });
    const keptOut = await readModels.commit([change]);
    // Kept out by the consumer, which has put another event aside meanwhile.
    if (keptOut.length === 0) return;
  }
}

/** Whether an event that was put aside waits; false for what a replica that lost a race has left behind. */
export function waits({ revision }: ContractEvent, { lastRevision }: StreamProgress, { from = 0 }: Parked): boolean {
  return revision >= from && revision <= lastRevision;
}

/** Puts an event aside; once more changes nothing. */
export function parkedEvent(consumer: string, event: ContractEvent): Change {
  const row: ParkedRow = { consumer, stream: event.stream, event };
  return { collection: parkedCollection, scope: TenantScope.of(event.tenant), id: parkedId(consumer, event), row };
}

/** Takes away an event that was put aside. */
export function removal(consumer: string, event: ContractEvent): Change {
  return { ...parkedEvent(consumer, event), row: null };
}

/** All events of one stream that were put aside, by revision. */
export async function eventsPutAside(
  readModels: ReadModels,
  { scope, consumer, stream }: ProgressKey,
): Promise<readonly ContractEvent[]> {
  const events: ContractEvent[] = [];
  let cursor: string | undefined;
  do {
    const filter = { consumer, stream };
    const page = await readModels.query<ParkedRow>(parkedCollection, scope, { filter, limit: 1000, cursor });
    events.push(...page.items.map((item) => item.row.event));
    cursor = page.next;
  } while (cursor);
  return events;
}

function parkedId(consumer: string, event: ContractEvent): string {
  return `${consumer}|${event.stream}|${String(event.revision).padStart(10, '0')}`;
}
