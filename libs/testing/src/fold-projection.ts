import { foldBatch, type Projection, type RecordedEvent } from '@lotsennetz/kernel';
import { MemoryReadModels } from './memory-read-models.js';

/**
 * The rows a projection makes of the events, by id. Every event is folded twice, as after a crash:
 * a row that differs between a batch at once and its events one by one, repeated, is an error.
 */
export async function foldProjection<Row extends object>(
  projection: Projection<Row>,
  events: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, Row>> {
  const repeated = events.flatMap((event) => [[event], [event]]);
  const atOnce = await rowsAfter(projection, [events]);
  expect(await rowsAfter(projection, repeated)).toEqual(atOnce);
  return atOnce;
}

async function rowsAfter<Row extends object>(
  projection: Projection<Row>,
  batches: readonly (readonly RecordedEvent[])[],
): Promise<Map<string, Row>> {
  const readModels = new MemoryReadModels();
  await readModels.open(projection.name);
  for (const batch of batches) await readModels.commit(await foldBatch(readModels, projection, projection.name, batch));
  const rows = new Map<string, Row>();
  for await (const { id, row } of readModels.scan<Row>(projection.name)) rows.set(id, row);
  return rows;
}
