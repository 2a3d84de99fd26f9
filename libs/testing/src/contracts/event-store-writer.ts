import type { EventId, EventStore, NewEvent, StreamName } from '@lotsennetz/kernel';
import { WrongExpectedRevision, randomIds } from '@lotsennetz/kernel';
import { openFrom, taskOfThisProcess } from './child-task.js';
import type { Opening } from './harness.js';

export interface WriterTask {
  readonly opening: Opening;
  /** A stream that other processes write to at the same time. */
  readonly contended: StreamName;
  readonly own: StreamName;
  /** Copied, with an id of its own each time. */
  readonly event: NewEvent;
  readonly appends: number;
  /** Command ids `<command>-<n>` for the contended stream, the same in every process. */
  readonly command?: string;
}

const task = taskOfThisProcess() as WriterTask;
const store = await openFrom<EventStore>(task.opening);
for (let number = 0; number < task.appends; number++)
  await Promise.all([
    store.append({ stream: task.own, expectedRevision: number - 1, events: [eventOf()] }),
    appendSomehow(number),
  ]);
await store.close();

/** As a command handler does it: reads, tries, and tries again after a lost race. */
async function appendSomehow(number: number): Promise<void> {
  for (;;) {
    const expectedRevision = (await store.readStream(task.contended)).length - 1;
    try {
      await store.append({
        stream: task.contended,
        expectedRevision,
        events: [eventOf(task.command && `${task.command}-${number}`)],
      });
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

function eventOf(commandId?: string): NewEvent {
  const meta = commandId ? { ...task.event.meta, commandId: commandId as never } : task.event.meta;
  return { ...task.event, meta, id: randomIds.next() as EventId };
}
