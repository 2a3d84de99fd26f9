import type { ReactNode } from 'react';
import type { PagesRead } from '../api/pages.js';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { Failure, Loading } from './states.js';

/** A list as far as it was read, how much that is, and a button for what follows. A `short` one tells how much it is only when it goes on. */
export function PagesList<Row>(props: {
  readonly list: PagesRead<Row>;
  readonly empty: ReactNode;
  readonly short?: boolean;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const { t } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = props.list;
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return props.empty;
  return (
    <>
      {(!props.short || hasNextPage || data.pages.length > 1) && (
        <p className="kern-body kern-body--muted" role="status">
          {t(hasNextPage ? 'list.count-so-far' : 'list.count', { count: rows.length })}
        </p>
      )}
      {props.children(rows)}
      {error && <Failure error={error} />}
      {hasNextPage && (
        <div className="actions">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
