import fc from 'fast-check';
import { cellsToHide, type Structure } from './suppress-small-cells.js';

const structure: Structure = {
  people: ['total', 'a', 'b', 'c'],
  sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
  about: { a: ['minutes'] },
};
const hide = (a: number, b: number, c: number) =>
  [...cellsToHide({ total: a + b + c, a, b, c, minutes: a * 90, courses: 3 }, structure)].sort();

describe('hiding small cells', () => {
  it('hides nothing where nothing is small', () => {
    expect(hide(5, 6, 7)).toEqual([]);
    expect(hide(0, 0, 9)).toEqual([]);
    expect(hide(0, 0, 0)).toEqual([]);
  });
  it('hides another part, or the one that is hidden would follow from the total', () => {
    expect(hide(9, 4, 7)).toEqual(['b', 'c']);
  });
  it('hides enough that what is hidden is no small number together', () => {
    expect(hide(9, 1, 1)).toEqual(['a', 'b', 'c', 'minutes']);
    expect(hide(9, 2, 3)).toEqual(['b', 'c']);
  });
  it('hides the total where there is nothing else, and what would tell it', () => {
    expect(hide(0, 7, 2)).toEqual(['b', 'c']);
    expect(hide(0, 0, 3)).toEqual(['c', 'total']);
    expect(hide(1, 0, 2)).toEqual(['a', 'c', 'minutes', 'total']);
  });
  it('hides what tells something of a hidden count, and nothing that counts no people', () => {
    expect(hide(3, 8, 9)).toEqual(['a', 'b', 'minutes']);
  });

  it('leaves no small count to be read or worked out, whatever the figures', () => {
    const figure = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(figure, figure, figure, (a, b, c) => {
        const values: Record<string, number> = { total: a + b + c, a, b, c };
        const hidden = new Set(hide(a, b, c));
        for (const [name, value] of Object.entries(values)) if (value > 0 && value < 5) expect(hidden).toContain(name);
        const gone = ['a', 'b', 'c'].filter((name) => hidden.has(name));
        if (gone.length === 0) expect(hidden.has('total')).toBe(false);
        else if (!hidden.has('total')) {
          expect(gone.length).toBeGreaterThan(1);
          expect(gone.reduce((sum, name) => sum + values[name]!, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
      { seed: 2015, numRuns: 2_197 },
    );
  });
});
