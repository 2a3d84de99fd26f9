import type { EventStore } from '@lotsennetz/kernel';
import { appendsInOrder, refusesWrongRevisions, remembersCommands } from './event-store-appends.js';
import { writesFromManyProcesses } from './event-store-processes.js';
import { readsAll, subscribes } from './event-store-reading.js';
import { useHarness, type MakeHarness } from './harness.js';

export interface EventStoreContractOptions {
  /** Child processes that write at once; 0: the store cannot be opened by several. */
  readonly processes?: number;
}

/** What every event store promises; run by each adapter and by the fake. */
export function eventStoreContract(
  name: string,
  make: MakeHarness<EventStore>,
  { processes = 0 }: EventStoreContractOptions = {},
): void {
  describe(`event store contract: ${name}`, () => {
    const stores = useHarness(make);
    appendsInOrder(stores);
    refusesWrongRevisions(stores);
    remembersCommands(stores);
    readsAll(stores);
    subscribes(stores);
    writesFromManyProcesses(stores, processes);
  });
}
