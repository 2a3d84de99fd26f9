import { randomIds, type EventId, type EventStore, type StreamName } from '@lotsennetz/kernel';
import { openFrom, taskOfThisProcess } from './child-task.js';
import type { WriterTask } from './event-store-writer.js';

// Appends to streams of its own, eight at a time, and prints each event's id when it is acknowledged; until killed.
const { opening, own, event } = taskOfThisProcess() as WriterTask;
const store = await openFrom<EventStore>(opening);
for (let round = 0; ; round++)
  await Promise.all(Array.from({ length: 8 }, (_, index) => append(`${own}x${round}x${index}`)));

async function append(stream: string): Promise<void> {
  const id = randomIds.next() as EventId;
  await store.append({ stream: stream as StreamName, expectedRevision: -1, events: [{ ...event, id }] });
  process.stdout.write(`${id}\n`);
}
