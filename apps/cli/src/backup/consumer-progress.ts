import {
  openProgress,
  parkedCollection,
  progressCollection,
  TenantScope,
  type Change,
  type ReadModels,
  type StreamProgress,
} from '@lotsennetz/kernel';

/** What a service's consumers have done of other services' streams, a row each; the only rows no history can give back. */
export interface ProgressRecord {
  readonly collection: string;
  readonly tenant: string;
  readonly id: string;
  readonly row: object;
}

const atOnce = 500;

/**
 * Progress first, then what waits behind parked events: a stream that is parked in between is then handled again
 * instead of being lost.
 */
export async function* progressOf(readModels: ReadModels, tenant?: string): AsyncIterable<ProgressRecord> {
  await openProgress(readModels);
  for (const collection of [progressCollection, parkedCollection])
    for await (const { scope, id, row } of readModels.scan<object>(collection))
      if (tenant === undefined || scope.tenant === tenant) yield { collection, tenant: scope.tenant, id, row };
}

/** May be repeated; where a consumer is further already, it stays there. */
export async function adoptProgress(readModels: ReadModels, records: AsyncIterable<ProgressRecord>): Promise<void> {
  await openProgress(readModels);
  let changes: Change[] = [];
  for await (const { collection, tenant, id, row } of records) {
    const scope = TenantScope.of(tenant);
    const present = await readModels.get<StreamProgress>(progressCollection, scope, id);
    if (
      collection === progressCollection &&
      present &&
      present.row.lastRevision >= (row as StreamProgress).lastRevision
    )
      continue;
    changes.push({ collection, scope, id, row });
    if (changes.length < atOnce) continue;
    await readModels.commit(changes);
    changes = [];
  }
  await readModels.commit(changes);
}
