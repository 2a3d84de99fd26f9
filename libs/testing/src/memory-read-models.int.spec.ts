import { readModelsContract } from './contracts/read-models.contract.js';
import { MemoryReadModels, MemoryTables } from './memory-read-models.js';

readModelsContract('in memory', () => {
  const tables = new MemoryTables();
  return Promise.resolve({
    open: () => Promise.resolve(new MemoryReadModels(tables)),
    dispose: () => Promise.resolve(),
  });
});
