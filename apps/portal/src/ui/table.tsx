import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

/** Rows and columns; on a narrow screen each row becomes a card with its column titles. */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <table className="kern-table table">
      <caption className="kern-sr-only">{props.caption}</caption>
      <thead className="kern-table__head">
        <tr className="kern-table__row">
          {props.columns.map(({ title, numeric }) => (
            <th
              key={title}
              scope="col"
              className={`kern-table__header${numeric ? ' kern-table__header--numeric' : ''}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="kern-table__body">
        {props.rows.map((row) => (
          <tr className="kern-table__row" key={props.rowKey(row)}>
            {props.columns.map(({ title, cell, numeric }) => (
              <td
                key={title}
                data-title={title}
                className={`kern-table__cell${numeric ? ' kern-table__cell--numeric' : ''}`}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
