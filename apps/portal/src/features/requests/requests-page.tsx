import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { requestsQuery } from '../../api/queries.js';
import type { Page as PageOf, RequestRow } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button, buttonClass } from '../../ui/button.js';
import { languagesIn } from '../../ui/code-words.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loaded } from '../../ui/states.js';
import { RequestTable } from './request-table.js';

interface Computed {
  readonly computed: number;
  readonly made: number;
  readonly kept: number;
  readonly unmatched: readonly unknown[];
}

const statuses = ['open', 'confirmed', 'ended', 'withdrawn'] as const;

/** All requests, the longest waiting first, and the button that proposes volunteers for them. */
export function RequestsPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/anfragen' });
  const [status, setStatus] = useState<RequestRow['status']>('open');
  const requests = useQuery(requestsQuery(tenant, status));
  const compute = useAction(() =>
    answerOf<Computed>(api.POST('/matching/{tenant}/proposals/compute', { params: { path: { tenant } }, body: {} })),
  );
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
      <Loaded query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('requests.empty')} text={t('requests.empty.text')}>
              {newRequest}
            </Empty>
          ) : (
            <RequestTable tenant={tenant} rows={items} />
          )
        }
      </Loaded>
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

interface Shortage {
  readonly language: string;
  readonly area: string;
  readonly topic: string;
  readonly unmatched: number;
}

const shortagesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['shortages', tenant],
    queryFn: ({ signal }) =>
      answerOf<PageOf<Shortage>>(api.GET('/matching/{tenant}/shortages', { params: { path: { tenant } }, signal })),
  });

/** Which languages and topics nobody is left for, so that one knows whom to look for. */
function Shortages({ tenant }: { readonly tenant: string }) {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('requests.shortages')}>
      <Loaded query={useQuery(shortagesQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('requests.shortages.none')}</p>
          ) : (
            <ul className="rows">
              {items.slice(0, 8).map(({ language, area, topic, unmatched }) => (
                <li key={`${language} ${area} ${topic}`}>
                  {t('requests.shortage', {
                    count: unmatched,
                    what: [languagesIn(words, [language]), t(`topic.${topic as 'forms'}`), area].join(', '),
                  })}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
