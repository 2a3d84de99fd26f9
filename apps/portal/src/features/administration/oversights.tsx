import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { oversightsQuery, type OversightRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { tenantsQuery } from '../../api/tenants.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { today } from '../../ui/code-words.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { GrantOversight } from './grant-oversight.js';

/** What a county may read here: for what, how much and until when. */
export function Oversights({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const tenants = useQuery(tenantsQuery).data?.items ?? [];
  const counties = tenants.filter(({ id, kind }) => kind === 'county' && id !== tenant);
  return (
    <Panel title={t('oversights.title')}>
      <p className="kern-body">{t('oversights.text')}</p>
      <PagesList
        short
        list={useInfiniteQuery(oversightsQuery(tenant))}
        empty={<p className="kern-body kern-body--muted">{t('oversights.none')}</p>}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id} className="rows__with-action">
                <Oversight
                  tenant={tenant}
                  row={row}
                  county={tenants.find(({ id }) => id === row.county)?.name ?? row.county}
                />
              </li>
            ))}
          </ul>
        )}
      </PagesList>
      {counties.length > 0 && <GrantOversight tenant={tenant} counties={counties} />}
    </Panel>
  );
}

function Oversight(props: { readonly tenant: string; readonly row: OversightRow; readonly county: string }) {
  const { t, day, list } = useWords();
  const { tenant, row, county } = props;
  const { id, purpose, fields, until, revokedOn, revision } = row;
  const what = [t('oversights.field.aggregates'), ...fields.map((field) => t(`oversights.field.${field}`))];
  const revoke = () =>
    answerOf(
      api.POST('/registration/{tenant}/oversights/{id}/revoke', {
        params: { path: { tenant, id } },
        headers: seen(revision),
      }),
    );
  return (
    <>
      <span className="stack stack--tight">
        <span>{`${county}: ${purpose}`}</span>
        <span className="rows__note">
          {list(what)} ·{' '}
          {revokedOn ? t('oversights.revoked', { day: day(revokedOn) }) : t('holds.until', { day: day(until) })}
        </span>
      </span>
      {!revokedOn && until >= today() && (
        <AskingButton
          label={t('oversights.revoke')}
          about={`${county}, ${purpose}`}
          title={t('oversights.revoke.ask', { county })}
          text={t('oversights.revoke.text', { county })}
          run={revoke}
        />
      )}
    </>
  );
}
