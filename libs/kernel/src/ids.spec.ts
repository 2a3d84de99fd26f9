import { deriveId, randomIds, uuidPattern } from './ids.js';

describe('ids', () => {
  it('fresh ones are unique and sort in the order they were made, thousands within a millisecond too', () => {
    const made = Array.from({ length: 20_000 }, () => randomIds.next());
    expect(new Set(made).size).toBe(made.length);
    expect(made).toEqual([...made].sort());
    expect(made[0]).toMatch(uuidPattern);
  });

  it('derived ones depend on every part and on nothing else', () => {
    expect(deriveId('siegen', 'k1')).toBe(deriveId('siegen', 'k1'));
    expect(deriveId('siegen', 'k1')).toMatch(uuidPattern);
    const different = [
      deriveId('ab', 'c'),
      deriveId('a', 'bc'),
      deriveId('abc'),
      deriveId('c', 'ab'),
      deriveId('ab', 'c', ''),
    ];
    expect(new Set(different).size).toBe(different.length);
  });
});
