import { dayCell, languagesCell, textCell, wholeNumberCell } from './cells.js';
import { readCsv } from './csv.js';

const columns = {
  name: { header: 'Name', read: textCell(20) },
  since: { header: 'Seit', read: dayCell },
  seats: { header: 'Plätze', read: wholeNumberCell(1, 50), optional: true },
  languages: { header: 'Sprachen', read: languagesCell, optional: true },
} as const;

const read = (text: string) => readCsv(text, columns);
const rosa = { line: 2, name: 'Rosa', since: '2015-01-06', seats: 3 };

describe('reading CSV', () => {
  it.each([
    ['semicolons', 'Name;Seit;Plätze\nRosa;06.01.2015;3\n'],
    ['commas', 'Name,Seit,Plätze\nRosa,06.01.2015,3\n'],
    ['a byte order mark', '\uFEFFName;Seit;Plätze\r\nRosa;06.01.2015;3\r\n'],
    ['a byte order mark and commas', '\uFEFFName,Seit,Plätze\r\nRosa,06.01.2015,3'],
    ['quotes', '"Name";"Seit";"Plätze"\n"Rosa";"06.01.2015";"3"\n'],
    ['columns in another order', 'Plätze;Seit;Name\n3;06.01.2015;Rosa\n'],
    ['spaces around cells', ' Name ; Seit;Plätze\n Rosa;06.01.2015 ;3\n'],
    ['old Macintosh line ends', 'Name;Seit;Plätze\rRosa;06.01.2015;3\r'],
    ['decomposed umlauts', 'Name;Seit;Pla\u0308tze\nRosa;06.01.2015;3\n'],
    ['an ISO day', 'Name;Seit;Plätze\nRosa;2015-01-06;3\n'],
  ])('copes with %s', (_, text) => {
    expect(read(text)).toEqual({ lines: [rosa] });
  });

  it('leaves fields of empty or missing optional cells away', () => {
    expect(read('Name;Seit;Plätze\nRosa;06.01.2015;\n')).toEqual({
      lines: [{ line: 2, name: 'Rosa', since: '2015-01-06' }],
    });
    expect(read('Name;Seit\nRosa;06.01.2015\n')).toEqual({ lines: [{ line: 2, name: 'Rosa', since: '2015-01-06' }] });
  });

  it('takes the delimiter from the first line that says something', () => {
    expect(read('\n\nName,Seit,Plätze\nRosa,06.01.2015,3\n')).toEqual({ lines: [{ ...rosa, line: 4 }] });
  });

  it('counts lines as an editor does, over empty ones', () => {
    expect(read('Name;Seit\n\nRosa;06.01.2015\n\n\nInes;32.01.2015\n')).toEqual({
      errors: [
        { line: 6, column: 'Seit', problem: "'32.01.2015' cannot be used", expected: 'a day such as 31.03.2015' },
      ],
    });
  });

  it('keeps delimiters and doubled quotes inside quotes', () => {
    expect(read('Name;Seit;Sprachen\n"Rosa ""R;"" N";06.01.2015;"de,ar"\n')).toEqual({
      lines: [{ line: 2, name: 'Rosa "R;" N', since: '2015-01-06', languages: ['de', 'ar'] }],
    });
  });

  it('keeps composed letters composed', () => {
    expect(read('Name;Seit\nZoe\u0308;06.01.2015\n')).toEqual({
      lines: [{ line: 2, name: 'Zo\u00eb', since: '2015-01-06' }],
    });
  });

  it('answers a header alone with no lines', () => {
    expect(read('Name;Seit\n')).toEqual({ lines: [] });
  });
});

describe('refusing CSV', () => {
  it.each([
    ['empty', ''],
    ['of white space', '\uFEFF \n\n'],
  ])('refuses a file that is %s', (_, text) => {
    expect(read(text)).toEqual({
      errors: [{ line: 1, column: '', problem: 'the file is empty', expected: 'a line with Name, Seit' }],
    });
  });

  it('names missing, unknown and doubled columns at once', () => {
    expect(read('Name;Name;Alter\nRosa;Rosa;3')).toEqual({
      errors: [
        expect.objectContaining({ line: 1, column: 'Seit', problem: 'the column is missing' }),
        expect.objectContaining({ line: 1, column: 'Alter', problem: 'the column is unknown' }),
        expect.objectContaining({ line: 1, column: 'Name', problem: 'the column is there twice' }),
      ],
    });
  });

  it('names every wrong cell of every line', () => {
    expect(read('Name;Seit;Plätze\n;06.01.2015;x\nInes;gestern;3\n')).toEqual({
      errors: [
        { line: 2, column: 'Name', problem: 'is empty', expected: '1 to 20 characters' },
        { line: 2, column: 'Plätze', problem: "'x' cannot be used", expected: 'a whole number from 1 to 50' },
        { line: 3, column: 'Seit', problem: "'gestern' cannot be used", expected: 'a day such as 31.03.2015' },
      ],
    });
  });

  it.each([
    ['too few', 'Name;Seit;Plätze\nRosa;06.01.2015\n', 'the line has 2 cells'],
    ['too many', 'Name;Seit;Plätze\nRosa;06.01.2015;3;4\n', 'the line has 4 cells'],
  ])('refuses a line with %s cells', (_, text, problem) => {
    expect(read(text)).toEqual({ errors: [{ line: 2, column: '', problem, expected: '3 cells' }] });
  });

  it('refuses a quote that is never closed', () => {
    const result = read('Name;Seit\nRosa;06.01.2015\n"Ines;07.01.2015\n');
    expect(result).toEqual({
      errors: [expect.objectContaining({ column: '', problem: 'the line cannot be read as CSV' })],
    });
  });

  it('refuses another encoding, which would spoil every umlaut', () => {
    const windows = Buffer.from([...Buffer.from('Name;Seit\nZo'), 0xeb, ...Buffer.from(';06.01.2015\n')]);
    expect(read(windows.toString('utf8'))).toEqual({
      errors: [
        { line: 2, column: '', problem: 'the file is not UTF-8', expected: 'UTF-8; in Excel, save as "CSV UTF-8"' },
      ],
    });
  });

  it('reports 500 errors at most', () => {
    const result = read(`Name;Seit\n${'x;gestern\n'.repeat(2_000)}`);
    expect('errors' in result && result.errors.length).toBe(500);
  });
});
