import { writeCsv } from '@lotsennetz/platform';
import fc from 'fast-check';
import { cellsOf, formulaCells } from './formulas.js';
import { hostileText, hostileTexts } from './hostile-values.js';

describe('what is exported as CSV', () => {
  it('holds no formula, whatever somebody called themselves', () => {
    const names = [
      ...hostileTexts,
      '=HYPERLINK("http://example.org")',
      '+49 271 1',
      '-2+3',
      "@SUM(1)';",
      '\t=1',
      '\r=1',
    ];
    expect(
      formulaCells(
        writeCsv(
          ['Name', 'Zahl'],
          names.map((name) => [name, -1]),
        ),
      ),
    ).toEqual([]);
  });

  it('holds no formula and keeps its rows and cells, whatever stands in them', () => {
    const table = fc.array(fc.tuple(hostileText, hostileText, fc.integer()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const csv = writeCsv(['a', 'b', 'c'], rows);
        expect(formulaCells(csv)).toEqual([]);
        expect(cellsOf(csv).map((row) => row.length)).toEqual([3, ...rows.map(() => 3)]);
      }),
      { seed: 20150331, numRuns: 500 },
    );
  });
});

describe('the check itself', () => {
  it.each(['=1', '+1+1', '-a', '@x', '"\t=1"', '"=1;2"', 'a;=1', 'a\r\n=1'])('sees the formula in %j', (csv) => {
    expect(formulaCells(csv)).not.toEqual([]);
  });
  it.each(['-1', '-1,5', "'=1", 'a=1', '"a""=1"', '1;2'])('sees none in %j', (csv) => {
    expect(formulaCells(csv)).toEqual([]);
  });
});
