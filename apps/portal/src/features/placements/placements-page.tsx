import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { placementsQuery } from '../../api/queries.js';
import type { PlacementRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Page } from '../../ui/page.js';
import { VolunteerName } from '../../ui/person.js';
import { Empty, Loaded } from '../../ui/states.js';
import { Table } from '../../ui/table.js';

const statuses = ['running', 'ended'] as const;

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
      <Loaded query={useQuery(placementsQuery(tenant, { status }))}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('placements.empty')} text={t('placements.empty.text')} />
          ) : (
            <Placements tenant={tenant} rows={items} />
          )
        }
      </Loaded>
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
          cell: ({ volunteerId }) => <VolunteerName tenant={tenant} id={volunteerId} />,
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
