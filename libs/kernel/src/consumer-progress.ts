import type { Instant } from './calendar.js';
import type { Position, Revision, StreamName } from './envelope.js';
import type { Change, ReadModels } from './read-models.js';
import type { TenantScope } from './tenant-scope.js';

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
  /** First revision that waits; absent in rows of earlier versions: whatever was put aside does. */
  readonly from?: Revision;
  /** Set by an operator; the consumer acts on it and takes it away. */
  readonly requested?: 'retry' | 'skip';
}

/** Whose progress, and where. */
export interface ProgressKey {
  readonly scope: TenantScope;
  readonly consumer: string;
  readonly stream: StreamName;
}

/** Progress as it was read, to be replaced by `progressChange` only if nobody has replaced it since. */
export interface ReadProgress {
  readonly scope: TenantScope;
  readonly progress: StreamProgress;
  /** Counts the writes of the row; empty before the first. */
  readonly version: Position;
}

export const progressCollection = 'consumer-progress';

const versionDigits = 16;

export async function readProgress(
  readModels: ReadModels,
  { scope, consumer, stream }: ProgressKey,
): Promise<ReadProgress> {
  const id = progressId(consumer, stream);
  const stored = await readModels.get<StreamProgress>(progressCollection, scope, id);
  if (!stored) return { scope, progress: { consumer, stream, lastRevision: -1 }, version: '' as Position };
  return { scope, progress: stored.row, version: stored.position };
}

/**
 * Replaces what was read. Where another process has written since, `commit` keeps this change out: a replica that was
 * held up for long sets no progress back, and takes away neither a parked mark nor an operator's request.
 */
export function progressChange({ scope, version }: ReadProgress, next: StreamProgress): Change {
  const position = String(Number(version || '0') + 1).padStart(versionDigits, '0') as Position;
  return { collection: progressCollection, scope, id: progressId(next.consumer, next.stream), row: next, position };
}

export function progressId(consumer: string, stream: StreamName): string {
  return `${consumer}|${stream}`;
}
