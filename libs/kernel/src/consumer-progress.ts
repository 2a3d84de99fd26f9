import type { Instant } from './calendar.js';
import type { Revision, StreamName } from './envelope.js';
import type { ContractEvent } from './event-bus.js';
import type { Change, ReadModels } from './read-models.js';
import { TenantScope } from './tenant-scope.js';

/** What a consumer has seen of one stream, and whether it is parked. */
export interface StreamProgress {
  readonly consumer: string;
  readonly stream: StreamName;
  /** Last revision handled or put aside; anything up to it is a duplicate. */
  readonly lastRevision: Revision;
  readonly parked?: Parked;
}

export interface Parked {
  readonly since: Instant;
  /** Name or code of the last error; no payload. */
  readonly reason: string;
  readonly waiting: number;
  /** Set by an operator; the consumer acts on it and takes it away. */
  readonly requested?: 'retry' | 'skip';
}

export const progressCollection = 'consumer-progress';
export const parkedCollection = 'parked-events';

/** What stands in `parkedCollection` for each event that waits. */
export interface ParkedRow {
  readonly consumer: string;
  readonly stream: StreamName;
  readonly event: ContractEvent;
}

export async function openProgress(readModels: ReadModels): Promise<void> {
  await readModels.open(progressCollection, ['consumer', 'parked.since']);
  await readModels.open(parkedCollection, ['stream']);
}

/** Every parked stream of a service, whatever its tenant: for operators. */
export async function parkedStreams(
  readModels: ReadModels,
): Promise<readonly { readonly scope: TenantScope; readonly progress: StreamProgress }[]> {
  const found = new Map<string, { readonly scope: TenantScope; readonly id: string }>();
  // A parked stream has events that wait: those are few, while of progress there is a row for every stream.
  for await (const { scope, row } of readModels.scan<ParkedRow>(parkedCollection)) {
    const id = progressId(row.consumer, row.stream);
    found.set(`${scope.tenant} ${id}`, { scope, id });
  }
  const parked: { scope: TenantScope; progress: StreamProgress }[] = [];
  for (const { scope, id } of found.values()) {
    const stored = await readModels.get<StreamProgress>(progressCollection, scope, id);
    if (stored?.row.parked) parked.push({ scope, progress: stored.row });
  }
  return parked;
}

/** Asks the consumer, wherever it runs, to try a parked stream again, or to drop its first event and go on. */
export async function requestParked(
  readModels: ReadModels,
  at: { readonly scope: TenantScope; readonly progress: StreamProgress },
  requested: 'retry' | 'skip',
): Promise<void> {
  const { parked } = at.progress;
  if (parked) await readModels.commit([progressChange(at.scope, { ...at.progress, parked: { ...parked, requested } })]);
}

export function progressId(consumer: string, stream: StreamName): string {
  return `${consumer}|${stream}`;
}

export function progressChange(scope: TenantScope, progress: StreamProgress): Change {
  return { collection: progressCollection, scope, id: progressId(progress.consumer, progress.stream), row: progress };
}

function parkedId(consumer: string, event: ContractEvent): string {
  return `${consumer}|${event.stream}|${String(event.revision).padStart(10, '0')}`;
}

export function parkedEvent(consumer: string, event: ContractEvent): Change {
  const row: ParkedRow = { consumer, stream: event.stream, event };
  return { collection: parkedCollection, scope: TenantScope.of(event.tenant), id: parkedId(consumer, event), row };
}

export function removal(consumer: string, event: ContractEvent): Change {
  return {
    collection: parkedCollection,
    scope: TenantScope.of(event.tenant),
    id: parkedId(consumer, event),
    row: null,
  };
}
