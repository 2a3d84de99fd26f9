import { createHash } from 'node:crypto';
import type { Ids } from '@lotsennetz/kernel';

/** Valid UUIDv7s that are the same in every run; later ones sort after earlier ones, other seeds give other ids. */
export function fakeIds(seed = 'test'): Ids {
  let made = 0;
  return {
    next() {
      made += 1;
      const order = made.toString(16).padStart(12, '0');
      const tail = createHash('sha256').update(`${seed}:${made}`).digest('hex');
      return `${order.slice(0, 8)}-${order.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
    },
  };
}
