import { parse, CsvError } from 'csv-parse/sync';

/** Reads one cell: the value, or what would be right. */
export type Cell<Value> = (text: string) => { readonly value: Value } | { readonly expected: string };

export interface Column<Value = unknown> {
  readonly header: string;
  readonly read: Cell<Value>;
  /** May be missing as a whole column, or empty in a line; then the field is undefined. */
  readonly optional?: true;
}

export type Columns = Readonly<Record<string, Column>>;
type CellOf<Of> = Of extends Column<infer Value> ? Value : never;
type OptionalColumns<Of extends Columns> = {
  [Name in keyof Of]: Of[Name] extends { readonly optional: true } ? Name : never;
}[keyof Of];
export type LineOf<Of extends Columns> = { readonly line: number } & {
  readonly [Name in Exclude<keyof Of, OptionalColumns<Of>>]: CellOf<Of[Name]>;
} & {
  readonly [Name in OptionalColumns<Of>]?: CellOf<Of[Name]>;
};

/** What is wrong in one place of a file. `line` counts from 1, the header is line 1. */
export interface LineError {
  readonly line: number;
  readonly column: string;
  readonly problem: string;
  readonly expected: string;
  /** For callers that act on it, such as trying again later: stable, unlike the words. */
  readonly code?: string;
}

export type CsvResult<Line> = { readonly lines: readonly Line[] } | { readonly errors: readonly LineError[] };

const maxErrors = 500;

/** Reads UTF-8 CSV with or without BOM, `;` or `,` between cells. All lines, or all errors (at most 500). */
export function readCsv<const Of extends Columns>(text: string, columns: Of): CsvResult<LineOf<Of>> {
  const table = parseTable(text);
  if ('errors' in table) return table;
  const [header, ...rows] = table.rows;
  if (!header)
    return {
      errors: [{ line: 1, column: '', problem: 'the file is empty', expected: `a line with ${headers(columns)}` }],
    };
  const errors = headerErrors(header.cells, columns);
  if (errors.length > 0) return { errors };
  const lines = rows.map((row) => readLine(row, header.cells, columns, errors));
  return errors.length > 0 ? { errors: errors.slice(0, maxErrors) } : { lines };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseTable(text: string): { readonly rows: readonly Row[] } | { readonly errors: readonly LineError[] } {
  const broken = notUtf8(text);
  if (broken) return { errors: [broken] };
  // trimStart also takes a BOM away.
  const firstLine = /^.*/.exec(text.trimStart())?.[0] ?? '';
  const delimiter = firstLine.split(';').length >= firstLine.split(',').length ? ';' : ',';
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      rows: records.map(({ record, info }) => ({
        line: info.lines,
        cells: record.map((cell) => cell.normalize('NFC')),
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      errors: [
        {
          line: Number(error['lines'] ?? 1),
          column: '',
          problem: 'the line cannot be read as CSV',
          expected: 'cells between ";" or ",", quotes closed and doubled inside',
        },
      ],
    };
  }
}

/** Excel's plain "CSV" is Windows-1252: read as UTF-8, every umlaut becomes U+FFFD. */
function notUtf8(text: string): LineError | undefined {
  const place = text.indexOf('\uFFFD');
  if (place === -1) return undefined;
  return {
    line: text.slice(0, place).split(/\r\n|\r|\n/).length,
    column: '',
    problem: 'the file is not UTF-8',
    expected: 'UTF-8; in Excel, save as "CSV UTF-8"',
  };
}

function headers(columns: Columns): string {
  return Object.values(columns)
    .filter((column) => !column.optional)
    .map((column) => column.header)
    .join(', ');
}

function headerErrors(present: readonly string[], columns: Columns): LineError[] {
  const known = Object.values(columns);
  const missing = known
    .filter((column) => !column.optional && !present.includes(column.header))
    .map(({ header }) => ({
      line: 1,
      column: header,
      problem: 'the column is missing',
      expected: `columns ${headers(columns)}`,
    }));
  const strange = present
    .filter((header) => !known.some((column) => column.header === header))
    .map((header) => ({
      line: 1,
      column: header.slice(0, 60),
      problem: 'the column is unknown',
      expected: known.map((column) => column.header).join(', '),
    }));
  const twice = present
    .filter((header, index) => present.indexOf(header) !== index)
    .map((header) => ({ line: 1, column: header, problem: 'the column is there twice', expected: 'each column once' }));
  return [...missing, ...strange, ...twice];
}

function readLine<const Of extends Columns>(
  row: Row,
  header: readonly string[],
  columns: Of,
  errors: LineError[],
): LineOf<Of> {
  if (row.cells.length !== header.length)
    errors.push({
      line: row.line,
      column: '',
      problem: `the line has ${row.cells.length} cells`,
      expected: `${header.length} cells`,
    });
  const fields: Record<string, unknown> = { line: row.line };
  for (const [name, column] of Object.entries(columns)) {
    const text = row.cells[header.indexOf(column.header)] ?? '';
    if (text === '' && column.optional) continue;
    const cell = column.read(text);
    if ('value' in cell) fields[name] = cell.value;
    else
      errors.push({
        line: row.line,
        column: column.header,
        problem: text === '' ? 'is empty' : `'${text.slice(0, 60)}' cannot be used`,
        expected: cell.expected,
      });
  }
  return fields as LineOf<Of>;
}
