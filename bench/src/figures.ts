/** One line of the result: what was measured, ours beside the baseline. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  /** Absent where there is nothing to compare with. */
  readonly baseline?: number;
  /** The least ratio of ours to the baseline that we aim for. */
  readonly goal?: number;
  /** What the figure does and does not say. */
  readonly note?: string;
}

export function ratioOf({ ours, baseline }: Figure): number | undefined {
  return baseline === undefined ? undefined : ours / baseline;
}

const headings = ['what', 'unit', 'ours', 'baseline', 'ratio', 'goal'] as const;

export function rowOf(figure: Figure): readonly string[] {
  const { what, unit, ours, baseline, goal } = figure;
  const ratio = ratioOf(figure);
  return [
    what,
    unit,
    shown(ours),
    baseline === undefined ? '' : shown(baseline),
    ratio === undefined ? '' : ratio.toFixed(2),
    goal === undefined ? '' : `>= ${goal}${ratio !== undefined && ratio < goal ? ' (missed)' : ''}`,
  ];
}

/** A table for the terminal. */
export function textTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column < 2;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** A table for the documentation. */
export function markdownTable(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(['---', '---', '---:', '---:', '---:', '---:']), ...figures.map(rowOf).map(line)].join(
    '\n',
  );
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
