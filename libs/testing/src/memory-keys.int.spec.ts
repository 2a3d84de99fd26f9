import { keysContract } from './contracts/keys.contract.js';
import { MemoryKeyRing, MemoryKeys } from './memory-keys.js';

keysContract('in memory', () => {
  const ring = new MemoryKeyRing();
  return Promise.resolve({ open: () => Promise.resolve(new MemoryKeys(ring)), dispose: () => Promise.resolve() });
});
