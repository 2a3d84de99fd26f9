import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery } from '../../api/pages.js';
import type { Page as PageOf, RequestRow } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button, buttonClass } from '../../ui/button.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { Empty, Failure } from '../../ui/states.js';
import { RequestTable } from './request-table.js';
import { Shortages } from '../../ui/shortages.js';

const statuses = ['open', 'confirmed', 'ended', 'withdrawn'] as const;

const requestsQuery = (tenant: string, status: RequestRow['status']) =>
  pagesQuery(['requests', tenant, status], ({ query, signal }) =>
    answerOf<PageOf<RequestRow>>(
      api.GET('/matching/{tenant}/requests', { params: { path: { tenant }, query: { ...query, status } }, signal }),
    ),
  );

function computeProposals(tenant: string) {
  return answerOf(api.POST('/matching/{tenant}/proposals/compute', { params: { path: { tenant } }, body: {} }));
}
type Computed = Awaited<ReturnType<typeof computeProposals>>;

/** All requests, the longest waiting first, and the button that proposes volunteers for them. */
export function RequestsPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/anfragen' });
  const [status, setStatus] = useState<RequestRow['status']>('open');
  const compute = useAction(() => computeProposals(tenant));
  const newRequest = (
    <Link to="/t/$tenant/buero/anfragen/neu" params={{ tenant }} className={buttonClass('secondary')}>
      <span className="kern-label">{t('requests.new')}</span>
    </Link>
  );
  return (
    <Page
      wide
      title={t('nav.requests')}
      lead={t('requests.lead')}
      actions={
        <>
          {newRequest}
          <Button variant="primary" busy={compute.isPending} onClick={() => compute.mutate(undefined)}>
            {t('requests.compute')}
          </Button>
        </>
      }
    >
      {compute.error && <Failure error={compute.error} />}
      {compute.data && <Outcome computed={compute.data} />}
      <FilterTabs
        label={t('common.status')}
        value={status}
        options={statuses.map((each) => [each, t(`request.status.${each}`)])}
        onChange={setStatus}
      />
      <PagesList
        list={useInfiniteQuery(requestsQuery(tenant, status))}
        empty={
          <Empty title={t('requests.empty')} text={t('requests.empty.text')}>
            {newRequest}
          </Empty>
        }
      >
        {(rows) => <RequestTable tenant={tenant} rows={rows} />}
      </PagesList>
      {status === 'open' && <Shortages tenant={tenant} />}
    </Page>
  );
}

function Outcome({ computed: { computed, made, kept, unmatched } }: { readonly computed: Computed }) {
  const { t } = useWords();
  return (
    <Notice tone="success" title={t('requests.computed', { count: computed })} announce="polite">
      <p className="kern-body">{t('requests.computed.text', { made, kept, unmatched: unmatched.length })}</p>
    </Notice>
  );
}
