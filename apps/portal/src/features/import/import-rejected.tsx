import type { Problem } from '../../api/problem.js';
import { useWords } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';

interface LineError {
  readonly line: number;
  readonly column: string;
  readonly problem: string;
  readonly expected: string;
}

/** What is wrong in which line. Nothing of the file was written. */
export function Rejected({ problem }: { readonly problem: Problem }) {
  const { t, number } = useWords();
  const errors = (problem.body['errors'] ?? []) as readonly LineError[];
  const count = Number(problem.body['errorCount'] ?? errors.length);
  return (
    <>
      <Notice tone="danger" title={t('import.rejected', { count })} announce="urgent">
        <p className="kern-body">{t('import.rejected.text')}</p>
      </Notice>
      <Table
        caption={t('import.rejected', { count })}
        rows={errors}
        rowKey={({ line, column, problem: what }) => `${line} ${column} ${what}`}
        columns={[
          { title: t('import.line'), numeric: true, cell: ({ line }) => number(line) },
          { title: t('import.column'), cell: ({ column }) => column },
          { title: t('import.problem'), cell: ({ problem: what }) => what },
          { title: t('import.expected'), cell: ({ expected }) => expected },
        ]}
      />
    </>
  );
}
