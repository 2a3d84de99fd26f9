import { useQuery } from '@tanstack/react-query';
import { erasuresQuery, type ErasureRow } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import type { Tone } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { ErasureSteps } from './erasure-steps.js';
import { shortCode } from './short-code.js';

const tones: Readonly<Record<ErasureRow['status'], Tone>> = {
  held: 'warning',
  requested: 'warning',
  withdrawn: 'info',
  proposed: 'warning',
  objected: 'info',
  ordered: 'info',
  completed: 'success',
};

/** Who is to be forgotten, and how far it is. */
export function Erasures({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('erasures.title')}>
      <Loaded query={useQuery(erasuresQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('erasures.none')}</p>
          ) : (
            <Table
              caption={t('erasures.title')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { title: t('privacy.person'), cell: ({ id }) => <code>{shortCode(id)}</code> },
                {
                  title: t('common.status'),
                  cell: ({ status }) => <Badge tone={tones[status]}>{t(`erasures.status.${status}`)}</Badge>,
                },
                { title: t('common.day'), cell: (row) => day(row.carryOutOn ?? row.statusSince) },
                { title: t('staff.change'), cell: (row) => <ErasureSteps tenant={tenant} row={row} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
