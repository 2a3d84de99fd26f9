import { writeCsv } from './csv-export.js';

describe('CSV export', () => {
  it('writes what spreadsheets read: byte order mark, semicolons, CRLF', () => {
    expect(writeCsv(['Ort', 'Zahl'], [['Siegen', 33]])).toBe('\uFEFFOrt;Zahl\r\nSiegen;33\r\n');
  });

  it.each(['=1+1', '+49 271 55500024', '-1', '@SUM(A1)', '\tx', '\rx'])('takes the formula out of %j', (text) => {
    const [, line] = writeCsv(['a'], [[text]]).split('\r\n', 2);
    expect(line?.replace('"', '').startsWith("'")).toBe(true);
  });

  it('leaves negative figures alone', () => {
    expect(writeCsv(['a'], [[-1]])).toContain('\r\n-1\r\n');
  });

  it('quotes cells that hold separators, quotes or line ends', () => {
    expect(writeCsv(['a', 'b', 'c'], [['x;y', '"z"', 'u\nv']])).toContain('"x;y";"""z""";"u\nv"');
  });
});
