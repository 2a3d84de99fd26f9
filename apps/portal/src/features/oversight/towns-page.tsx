import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useReceivedOversights } from '../../api/oversights.js';
import { tenantsQuery } from '../../api/tenants.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/states.js';
import { Granted } from './granted.js';

/** The towns that let this county read. */
export function TownsPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/einsicht' });
  const tenants = useQuery(tenantsQuery).data?.items ?? [];
  return (
    <Page title={t('oversight.title')} lead={t('oversight.lead')}>
      <Loaded query={useReceivedOversights(tenant)}>
        {({ items }) => {
          const towns = [...new Set(items.map((each) => each.tenant))];
          if (towns.length === 0) return <Empty title={t('oversight.empty')} text={t('oversight.empty.text')} />;
          return towns.map((town) => (
            <Panel key={town} title={tenants.find(({ id }) => id === town)?.name ?? town}>
              <ul className="rows">
                {items
                  .filter((each) => each.tenant === town)
                  .map((grant) => (
                    <li key={grant.oversightId}>
                      <Granted grant={grant} />
                    </li>
                  ))}
              </ul>
              <Link to="/t/$tenant/einsicht/$town" params={{ tenant, town }} className="text-link">
                {t('oversight.open', { name: tenants.find(({ id }) => id === town)?.name ?? town })}
              </Link>
            </Panel>
          ));
        }}
      </Loaded>
    </Page>
  );
}
