import { eventBusContract } from './contracts/event-bus.contract.js';
import { MemoryEventBus, MemoryLog } from './memory-event-bus.js';

eventBusContract('in memory', () => {
  const log = new MemoryLog();
  return Promise.resolve({ open: () => Promise.resolve(new MemoryEventBus(log)), dispose: () => Promise.resolve() });
});
