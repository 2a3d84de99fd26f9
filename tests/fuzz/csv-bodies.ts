import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { hostileText } from './hostile-values.js';

const folder = join(import.meta.dirname, '../../examples/siegen-kreuztal-2015/siegen');
const rosters: Readonly<Record<string, string>> = {
  volunteers: 'freiwillige.csv',
  courses: 'kurse.csv',
  attendance: 'anwesenheit.csv',
  requests: 'anfragen.csv',
};

/** Rosters as offices might send them: right, in another dialect, broken, or not CSV at all. */
export function csvBody(path: string): fc.Arbitrary<Buffer> {
  const kind = path.slice(path.lastIndexOf('/') + 1);
  const [header = '', ...lines] = readFileSync(join(folder, rosters[kind] ?? 'freiwillige.csv'), 'utf8')
    .replace('\ufeff', '')
    .trimEnd()
    .split(/\r?\n/);
  const some = fc.subarray(lines, { minLength: 1, maxLength: Math.min(6, lines.length) });
  const table = some.map((chosen) => [header, ...chosen]);
  return fc.oneof(
    { weight: 5, arbitrary: table.map(written) },
    { weight: 1, arbitrary: table.map((rows) => written(rows.map(withCommas))) },
    { weight: 1, arbitrary: table.map((rows) => Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`)) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(table, fc.nat(10_000), hostileText)
        .map(([rows, at, text]) => written(withCell(rows, at, text))),
    },
    { weight: 3, arbitrary: fc.tuple(table, fc.constantFrom(...faults)).map(([rows, spoil]) => spoil(rows)) },
    { weight: 1, arbitrary: hostileText.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
}

type Rows = readonly string[];

const faults: readonly ((rows: Rows) => Buffer)[] = [
  () => Buffer.alloc(0),
  ([header = '']) => Buffer.from(header),
  ([header = '']) => Buffer.from(`${header}\n`),
  ([, ...lines]) => written(lines),
  (rows) => written(rows.map((row) => row.split(';')[0] ?? '')),
  (rows) => written([...rows, '"never closed;a;b']),
  (rows) => written(rows.map((row) => row.replaceAll(';', '\t'))),
  (rows) => written([...rows, ...rows.slice(1)]),
  ([header = '', ...lines]) => written([`${header};${header}`, ...lines]),
  ([header = '', ...lines]) => written([`${header};__proto__;constructor`, ...lines.map((line) => `${line};a;b`)]),
  (rows) => Buffer.from(rows.join('\n'), 'latin1'),
  (rows) => Buffer.from(rows.join('\n'), 'utf16le'),
  (rows) => written(rows.map((row) => `${row};;;;;;`)),
  (rows) => written([rows[0] ?? '', ';'.repeat((rows[0] ?? '').split(';').length - 1)]),
  (rows) => written([...rows, 'x'.repeat(150_000)]),
  (rows) => Buffer.from(rows.join('\r')),
];

function written(rows: Rows): Buffer {
  return Buffer.from(rows.join('\n'));
}

function withCommas(row: string): string {
  return row
    .split(';')
    .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',');
}

function withCell(rows: Rows, at: number, text: string): Rows {
  return rows.map((row, index) => {
    if (index !== at % rows.length) return row;
    const cells = row.split(';');
    cells[at % cells.length] = at % 2 === 0 ? text : `"${text.replaceAll('"', '""')}"`;
    return cells.join(';');
  });
}
