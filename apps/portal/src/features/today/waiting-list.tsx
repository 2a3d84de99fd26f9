import { useId, type ReactNode } from 'react';
import type { Page } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Loaded, type Found } from '../../ui/states.js';

const shownAtMost = 5;

/** One kind of work that waits: how much of it, and the first of it. */
export function WaitingList<Row extends { readonly id: string }>(props: {
  readonly title: string;
  readonly none: string;
  readonly query: Found<Page<Row>>;
  readonly item: (row: Row) => ReactNode;
  readonly all?: ReactNode;
}) {
  const { t, number } = useWords();
  const id = useId();
  return (
    <section className="panel waiting" aria-labelledby={id}>
      <Loaded query={props.query}>
        {({ items, next }) => (
          <>
            <div className="panel__header">
              <h2 className="kern-title" id={id}>
                {props.title}
              </h2>
              <span className={`count${items.length > 0 ? ' count--some' : ''}`}>
                {next === null ? number(items.length) : t('common.more-than', { count: items.length })}
              </span>
            </div>
            {items.length === 0 ? (
              <p className="kern-body kern-body--muted">{props.none}</p>
            ) : (
              <ul className="rows">
                {items.slice(0, shownAtMost).map((row) => (
                  <li key={row.id}>{props.item(row)}</li>
                ))}
              </ul>
            )}
            {items.length > 0 && props.all}
          </>
        )}
      </Loaded>
    </section>
  );
}
