import { eventStoreContract } from './contracts/event-store.contract.js';
import { MemoryEventStore, MemoryHistory } from './memory-event-store.js';

eventStoreContract('in memory', () => {
  const history = new MemoryHistory();
  return Promise.resolve({
    open: () => Promise.resolve(new MemoryEventStore(history)),
    dispose: () => Promise.resolve(),
  });
});
