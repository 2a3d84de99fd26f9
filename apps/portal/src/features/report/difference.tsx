import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { differenceCsv, differenceQuery, type DifferenceQuestion } from '../../api/reports.js';
import { useWords } from '../../i18n/index.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { DifferenceTable } from './difference-table.js';

/** Event by event, what makes the figures of two days differ. */
export function Difference({ tenant, question }: { readonly tenant: string; readonly question: DifferenceQuestion }) {
  const { t, day } = useWords();
  return (
    <Panel
      title={t('report.events')}
      actions={
        <a className={buttonClass('secondary')} href={differenceCsv(tenant, question)} download>
          <Icon name="download" />
          <span className="kern-label">{t('report.events.download')}</span>
        </a>
      }
    >
      <p className="kern-body">{t('report.events.lead', { from: day(question.from), to: day(question.to) })}</p>
      <Events tenant={tenant} question={question} />
    </Panel>
  );
}

function Events({ tenant, question }: { readonly tenant: string; readonly question: DifferenceQuestion }) {
  const { t } = useWords();
  const list = useInfiniteQuery({ ...differenceQuery(tenant, question), placeholderData: keepPreviousData });
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const events = list.data?.pages.flatMap(({ items }) => items);
  if (!events) return <Loading />;
  if (events.length === 0) return <Empty title={t('report.events.none')} text={t('report.events.none.text')} />;
  return (
    <div className="stack" aria-busy={list.isPlaceholderData}>
      <p className="kern-body kern-body--muted" role="status">
        {list.hasNextPage
          ? t('report.events.first', { count: events.length })
          : t('report.events.count', { count: events.length })}
      </p>
      <DifferenceTable events={events} from={question.from} />
      {list.hasNextPage && (
        <div className="actions">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('report.events.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
