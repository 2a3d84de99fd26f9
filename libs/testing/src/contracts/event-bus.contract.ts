import type { EventBus, ReadModels } from '@lotsennetz/kernel';
import { MemoryReadModels, MemoryTables } from '../memory-read-models.js';
import { parks, skipsDuplicates, unparks } from './consumer-parking.js';
import { delivers, deliversAgain, remembersGroups } from './event-bus-delivery.js';
import { useHarness, type MakeHarness } from './harness.js';

const inMemory: MakeHarness<ReadModels> = () => {
  const tables = new MemoryTables();
  return Promise.resolve({
    open: () => Promise.resolve(new MemoryReadModels(tables)),
    dispose: () => Promise.resolve(),
  });
};

/**
 * What every bus promises, and what the kernel's `Consumer` makes of it with the read models its progress lies in;
 * run by each adapter and by the fake.
 */
export function eventBusContract(
  name: string,
  make: MakeHarness<EventBus>,
  makeReadModels: MakeHarness<ReadModels> = inMemory,
): void {
  describe(`event bus contract: ${name}`, () => {
    const buses = useHarness(make);
    delivers(buses);
    remembersGroups(buses);
    deliversAgain(buses);
    describe('with consumers', () => {
      const models = useHarness(makeReadModels);
      const open = async () => ({ bus: await buses.open(), readModels: await models.open() });
      const restart = async () => ({ bus: await buses.restart(), readModels: await models.restart() });
      skipsDuplicates(open, restart);
      parks(open);
      unparks(open, restart);
    });
  });
}
