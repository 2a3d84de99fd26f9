import { FoldCache, type CommandPorts } from '@lotsennetz/kernel';
import { FakeClock } from './fake-clock.js';
import { fakeIds } from './fake-ids.js';
import { MemoryEventStore } from './memory-event-store.js';
import { MemoryKeys } from './memory-keys.js';

/** Everything `handleCommand` needs, in memory; any part may be replaced. */
export function memoryCommandPorts(replaced: Partial<CommandPorts> = {}): CommandPorts {
  return {
    eventStore: new MemoryEventStore(),
    keys: new MemoryKeys(),
    clock: new FakeClock(),
    ids: fakeIds(),
    folds: new FoldCache(),
    ...replaced,
  };
}
