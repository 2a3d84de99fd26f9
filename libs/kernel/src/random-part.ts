import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/**
 * Random bytes, at most 4096; overwritten after some further calls, so copy what is to be kept. Drawn in bulk,
 * because each draw asks the system's generator: one at a time they are a tenth of a registration.
 */
export function randomPart(size: number): Buffer {
  if (used + size > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += size;
  return pool.subarray(used - size, used);
}
