import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { staffQuery, staffRolesOf } from '../../api/administration.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import { Empty } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Agreements } from './agreements.js';
import { AppointSomebody } from './appoint-somebody.js';
import { Oversights } from './oversights.js';
import { StaffSteps } from './staff-steps.js';
import { Tokens } from './tokens.js';

const tones = { invited: 'warning', active: 'success', ended: 'info' } as const;

/** Who works for the tenant, and with whom it shares. */
export function AdministrationPage() {
  const words = useWords();
  const { t, day, list } = words;
  const { tenant } = useParams({ from: '/t/$tenant/buero/verwaltung' });
  return (
    <Page wide title={t('nav.administration')} lead={t('staff.lead')}>
      <Panel title={t('staff.title')}>
        <PagesList
          short
          list={useInfiniteQuery(staffQuery(tenant))}
          empty={<Empty title={t('staff.empty')} text={t('staff.empty.text')} />}
        >
          {(rows) => (
            <Table
              caption={t('staff.title')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { title: t('staff.name'), cell: (row) => nameOf(row, words) },
                { title: t('staff.roles'), cell: (row) => list(staffRolesOf(row).map((role) => t(`role.${role}`))) },
                {
                  title: t('common.status'),
                  cell: ({ status, statusSince }) => (
                    <span className="stack stack--tight">
                      <Badge tone={tones[status]}>{t(`staff.status.${status}`)}</Badge>
                      <small>{day(statusSince)}</small>
                    </span>
                  ),
                },
                { title: t('staff.change'), cell: (row) => <StaffSteps tenant={tenant} row={row} /> },
              ]}
            />
          )}
        </PagesList>
      </Panel>
      <AppointSomebody tenant={tenant} />
      <Agreements tenant={tenant} />
      <Oversights tenant={tenant} />
      <Tokens tenant={tenant} />
    </Page>
  );
}
