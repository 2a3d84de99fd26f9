import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { erasuresQuery, exportsQuery, type ErasureRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import type { Tone } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loaded } from '../../ui/states.js';
import { Table } from '../../ui/table.js';

const tones: Readonly<Record<ErasureRow['status'], Tone>> = {
  held: 'warning',
  requested: 'warning',
  proposed: 'warning',
  objected: 'info',
  ordered: 'info',
  completed: 'success',
};

/** Who is to be forgotten, and who has asked what is stored about them. */
export function PrivacyPage() {
  const { t, day } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/datenschutz' });
  const erasures = useQuery(erasuresQuery(tenant));
  return (
    <Page wide title={t('nav.privacy')} lead={t('privacy.lead')}>
      <Panel title={t('erasures.title')}>
        <Loaded query={erasures}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="kern-body kern-body--muted">{t('erasures.none')}</p>
            ) : (
              <Table
                caption={t('erasures.title')}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  { title: t('privacy.person'), cell: ({ id }) => <code>{id.slice(-8)}</code> },
                  {
                    title: t('common.status'),
                    cell: ({ status }) => <Badge tone={tones[status]}>{t(`erasures.status.${status}`)}</Badge>,
                  },
                  { title: t('common.day'), cell: (row) => day(row.carryOutOn ?? row.statusSince) },
                  { title: t('staff.change'), cell: (row) => <Steps tenant={tenant} row={row} /> },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
      <Exports tenant={tenant} />
    </Page>
  );
}

function Steps({ tenant, row }: { readonly tenant: string; readonly row: ErasureRow }) {
  const { t } = useWords();
  const options = { params: { path: { tenant, id: row.id } }, headers: seen(row.revision) };
  const order = useAction(() => answerOf<Written>(api.POST('/registration/{tenant}/erasures/{id}/order', options)));
  const object = useAction(() =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/erasures/{id}/objection', { ...options, body: { reason: 'still-needed' } }),
    ),
  );
  const error = order.error ?? object.error;
  if (!['requested', 'proposed'].includes(row.status)) return t('common.none');
  return (
    <span className="stack stack--tight">
      {error && <Failure error={error} />}
      <Button icon="delete" busy={order.isPending} onClick={() => order.mutate(undefined)}>
        {t('erasures.order')}
      </Button>
      {row.status === 'proposed' && (
        <Button busy={object.isPending} onClick={() => object.mutate(undefined)}>
          {t('erasures.object')}
        </Button>
      )}
    </span>
  );
}

function Exports({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('exports.title')}>
      <Loaded query={useQuery(exportsQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('exports.none')}</p>
          ) : (
            <ul className="rows">
              {items.map(({ id, subjectId, status, requestedOn }) => (
                <li key={id}>
                  <span>
                    <code>{subjectId.slice(-8)}</code> · {day(requestedOn)} · {t(`exports.status.${status}`)}
                  </span>
                  {status === 'complete' && (
                    <span className="actions">
                      <a className="text-link" href={`/registration/${tenant}/exports/${id}/document.pdf`}>
                        {t('exports.document')}
                      </a>
                      <a className="text-link" href={`/registration/${tenant}/exports/${id}/data.json`}>
                        {t('exports.data')}
                      </a>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
