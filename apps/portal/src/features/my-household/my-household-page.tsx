import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ownRequestsQuery } from '../../api/household.js';
import { useWords } from '../../i18n/index.js';
import { Acquaintances } from '../../ui/acquaintances.js';
import { buttonClass } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/states.js';
import { MyRequest } from './my-request.js';

/** What a household has asked for, and how it is getting on. */
export function MyHouseholdPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/haushalt/' });
  return (
    <Page title={t('nav.my-requests')} lead={t('household.lead')}>
      <Acquaintances tenant={tenant} />
      <Loaded query={useQuery(ownRequestsQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('household.empty')} text={t('household.empty.text')}>
              <Ask tenant={tenant} label={t('ask.title')} />
            </Empty>
          ) : (
            <Panel title={t('household.requests')} actions={<Ask tenant={tenant} label={t('household.ask')} />}>
              <ul className="cards">
                {items.map((row) => (
                  <li key={row.id} className="card">
                    <MyRequest tenant={tenant} row={row} />
                  </li>
                ))}
              </ul>
            </Panel>
          )
        }
      </Loaded>
    </Page>
  );
}

function Ask({ tenant, label }: { readonly tenant: string; readonly label: string }) {
  return (
    <Link to="/t/$tenant/haushalt/neu" params={{ tenant }} className={buttonClass('primary')}>
      <span className="kern-label">{label}</span>
    </Link>
  );
}
