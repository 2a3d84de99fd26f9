import { pause, type EventStore, type Instant, type Position } from '@lotsennetz/kernel';

/** What training records because registration recorded something: the effect of an event across services. */
const effects = 'training.participant';

/** Waits for that many effects after a position; answers when each was recorded, by the id of its cause. */
export async function effectsAfter(
  store: EventStore,
  after: Position | undefined,
  count: number,
): Promise<ReadonlyMap<string, Instant>> {
  const recordedAt = new Map<string, Instant>();
  let position = after;
  while (recordedAt.size < count) {
    const batch = await store.readAll({ after: position, categories: [effects], limit: 5_000 });
    for (const { meta, recordedAt: moment } of batch) if (meta.causationId) recordedAt.set(meta.causationId, moment);
    position = batch.at(-1)?.position ?? position;
    if (batch.length === 0) await pause(10);
  }
  return recordedAt;
}
