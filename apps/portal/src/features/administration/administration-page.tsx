import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { staffQuery, type StaffRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import { Empty, Failure, Loaded } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Agreements } from './agreements.js';
import { AppointSomebody } from './appoint-somebody.js';

const tones = { invited: 'warning', active: 'success', ended: 'info' } as const;

/** Who works for the tenant, and with whom it shares. */
export function AdministrationPage() {
  const words = useWords();
  const { t, day, list } = words;
  const { tenant } = useParams({ from: '/t/$tenant/buero/verwaltung' });
  const staff = useQuery(staffQuery(tenant));
  return (
    <Page wide title={t('nav.administration')} lead={t('staff.lead')}>
      <Panel title={t('staff.title')}>
        <Loaded query={staff}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('staff.empty')} text={t('staff.empty.text')} />
            ) : (
              <Table
                caption={t('staff.title')}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  { title: t('staff.name'), cell: (row) => nameOf(row, words) },
                  { title: t('staff.roles'), cell: ({ roles }) => list(roles.map((role) => t(`role.${role}`))) },
                  {
                    title: t('common.status'),
                    cell: ({ status, statusSince }) => (
                      <span className="stack stack--tight">
                        <Badge tone={tones[status]}>{t(`staff.status.${status}`)}</Badge>
                        <small>{day(statusSince)}</small>
                      </span>
                    ),
                  },
                  { title: t('staff.change'), cell: (row) => <Steps tenant={tenant} row={row} /> },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
      <AppointSomebody tenant={tenant} />
      <Agreements tenant={tenant} />
    </Page>
  );
}

function Steps({ tenant, row }: { readonly tenant: string; readonly row: StaffRow }) {
  const { t } = useWords();
  const options = { params: { path: { tenant, id: row.id } }, headers: seen(row.revision) };
  const dismiss = useAction(() => answerOf<Written>(api.POST('/registration/{tenant}/staff/{id}/dismiss', options)));
  const again = useAction(() => answerOf<Written>(api.POST('/registration/{tenant}/staff/{id}/invite-again', options)));
  const error = dismiss.error ?? again.error;
  if (row.status === 'ended') return t('common.none');
  return (
    <span className="stack stack--tight">
      {error && <Failure error={error} />}
      {row.status === 'invited' && (
        <Button icon="mail" busy={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('staff.invite-again')}
        </Button>
      )}
      <Button busy={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
        {t('staff.dismiss')}
      </Button>
    </span>
  );
}
