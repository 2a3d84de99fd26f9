import { useWords, type Words } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Table } from '../../ui/table.js';
import { differenceIn, shown, type Row } from './figures.js';

/** Figures of one day, or of two with what differs. */
export function FigureTable(props: {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The days, as people say them. */
  readonly series: readonly string[];
}) {
  const words = useWords();
  const { t } = words;
  const [first = '', second] = props.series;
  const value = (index: number) => (row: Row) => shown(row.values[index], row.unit, words);
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={({ label }) => label}
      columns={[
        { title: t('report.figure'), cell: ({ label }) => label },
        { title: second === undefined ? t('report.value') : first, numeric: true, cell: value(0) },
        ...(second === undefined
          ? []
          : [
              { title: second, numeric: true, cell: value(1) },
              { title: t('report.difference'), numeric: true, cell: (row: Row) => difference(row, words) },
            ]),
      ]}
    />
  );
}

function difference(row: Row, words: Words) {
  const by = differenceIn(row);
  if (by === undefined) return words.t('report.hidden');
  if (by === 0) return <span className="kern-body--muted">{words.t('report.same')}</span>;
  // The mark keeps the sign before the figure where one reads from right to left.
  return <Badge tone="warning">{`\u200e${by > 0 ? '+' : '−'}${shown(Math.abs(by), row.unit, words)}`}</Badge>;
}
