import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery } from '../../api/pages.js';
import type { Page as PageOf, PlacementRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { PersonName } from '../../ui/person.js';
import { Empty } from '../../ui/states.js';
import { Table } from '../../ui/table.js';

const statuses = ['running', 'ended'] as const;

const placementsQuery = (tenant: string, status: PlacementRow['status']) =>
  pagesQuery(['placements', tenant, status], ({ query, signal }) =>
    answerOf<PageOf<PlacementRow>>(
      api.GET('/matching/{tenant}/placements', { params: { path: { tenant }, query: { ...query, status } }, signal }),
    ),
  );

/** Who accompanies whom, and what has come of it. */
export function PlacementsPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/begleitungen' });
  const [status, setStatus] = useState<PlacementRow['status']>('running');
  return (
    <Page wide title={t('nav.placements')} lead={t('placements.lead')}>
      <FilterTabs
        label={t('common.status')}
        value={status}
        options={statuses.map((each) => [each, t(`placement.status.${each}`)])}
        onChange={setStatus}
      />
      <PagesList
        list={useInfiniteQuery(placementsQuery(tenant, status))}
        empty={<Empty title={t('placements.empty')} text={t('placements.empty.text')} />}
      >
        {(rows) => <Placements tenant={tenant} rows={rows} />}
      </PagesList>
    </Page>
  );
}

function Placements({ tenant, rows }: { readonly tenant: string; readonly rows: readonly PlacementRow[] }) {
  const { t, day, number, duration } = useWords();
  return (
    <Table
      caption={t('nav.placements')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('placements.since'),
          cell: ({ id, confirmedOn }) => (
            <Link to="/t/$tenant/buero/begleitungen/$id" params={{ tenant, id }} className="text-link">
              {day(confirmedOn)}
            </Link>
          ),
        },
        {
          title: t('placements.volunteer'),
          cell: ({ volunteerId }) => <PersonName tenant={tenant} id={volunteerId} />,
        },
        {
          title: t('requests.name'),
          cell: ({ requestId }) => (
            <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: requestId }} className="text-link">
              {t('placement.to-request')}
            </Link>
          ),
        },
        { title: t('placements.visits'), numeric: true, cell: ({ visits }) => number(visits.length) },
        { title: t('placements.hours'), numeric: true, cell: ({ minutes }) => duration(minutes) },
      ]}
    />
  );
}
