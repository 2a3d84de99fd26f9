import { useInfiniteQuery } from '@tanstack/react-query';
import { erasuresQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { ErasureBadge } from './erasure-badge.js';
import { ErasureSteps } from './erasure-steps.js';
import { PersonLink } from './person-link.js';

/** Who is to be forgotten, and how far it is. */
export function Erasures({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('erasures.title')}>
      <PagesList
        short
        list={useInfiniteQuery(erasuresQuery(tenant))}
        empty={<p className="kern-body kern-body--muted">{t('erasures.none')}</p>}
      >
        {(rows) => (
          <Table
            caption={t('erasures.title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { title: t('privacy.person'), cell: ({ id }) => <PersonLink tenant={tenant} id={id} /> },
              {
                title: t('common.status'),
                cell: ({ status }) => <ErasureBadge status={status} />,
              },
              { title: t('common.day'), cell: (row) => day(row.carryOutOn ?? row.statusSince) },
              { title: t('staff.change'), cell: (row) => <ErasureSteps tenant={tenant} row={row} /> },
            ]}
          />
        )}
      </PagesList>
    </Panel>
  );
}
