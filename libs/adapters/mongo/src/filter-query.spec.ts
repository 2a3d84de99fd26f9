import type { Filter } from '@lotsennetz/kernel';
import { filterConditions } from './filter-query.js';

describe('a filter for MongoDB', () => {
  it.each(["x'", 'a..b', '', 'a b', '$where', 'a.$b', 'a"', '.a'])('the path %j is refused', (path) => {
    expect(() => filterConditions({ [path]: 1 })).toThrow(RangeError);
  });

  it.each<readonly [string, Filter]>([
    ['equal', { town: { $ne: null } as never }],
    ['in', { town: { in: [{ $gt: '' } as never] } }],
    ['has', { town: { has: { $exists: true } as never } }],
    ['not', { town: { not: ['x'] as never } }],
    ['in a range', { town: { gt: { $numberLong: '1' } as never } }],
  ])('a record cannot pass for a value: %s', (_, filter) => {
    expect(() => filterConditions(filter)).toThrow(TypeError);
  });
});
