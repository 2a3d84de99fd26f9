import { useQuery, useQueryClient, type QueryFilters } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useReceivedOversights, type OversightField, type ReceivedOversight } from '../../api/oversights.js';
import { sessionQuery, type Role } from '../../api/session.js';
import { tenantsQuery } from '../../api/tenants.js';
import { useWords } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Shortages } from '../../ui/shortages.js';
import { Loaded } from '../../ui/states.js';
import { Granted } from './granted.js';
import { TownCourses } from './town-courses.js';

/** The roles of the county's own to which the platform opens lists, beside figures. */
const listReaders: readonly Role[] = ['coordinator', 'administrator', 'trainer', 'carrier-manager'];

const readAgainEveryMs = 3_000;
/** By then every service knows of a grant: they may take 5 seconds, and this leaves room for a slow network. */
const settledAfterMs = 15_000;

/** What a town lets this county read, for as long as it does. */
export function TownPage(props: { readonly report: (town: string) => ReactNode }) {
  const { t } = useWords();
  const { tenant, town } = useParams({ from: '/t/$tenant/einsicht/$town' });
  const name = useQuery(tenantsQuery).data?.items.find(({ id }) => id === town)?.name ?? town;
  return (
    <Page wide title={t('oversight.town', { name })} lead={t('oversight.town.lead')}>
      <p>
        <Link to="/t/$tenant/einsicht" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('oversight.title')}
        </Link>
      </p>
      <Loaded query={useReceivedOversights(tenant)}>
        {({ items }) => <Town grants={items.filter((each) => each.tenant === town)} {...props} />}
      </Loaded>
    </Page>
  );
}

function Town(props: { readonly grants: readonly ReceivedOversight[]; readonly report: (town: string) => ReactNode }) {
  const { t } = useWords();
  const { tenant, town } = useParams({ from: '/t/$tenant/einsicht/$town' });
  const { grants, report } = props;
  useForgetting(town, grants.map(({ oversightId }) => oversightId).join(' '));
  const roles = useQuery(sessionQuery).data?.memberships.find((each) => each.tenant === tenant)?.roles ?? [];
  const readsLists = listReaders.some((role) => roles.includes(role));
  const opens = (field: OversightField) => readsLists && grants.some(({ fields }) => fields.includes(field));
  if (grants.length === 0)
    return (
      <Notice tone="warning" title={t('oversight.ended')} announce="urgent">
        <p className="kern-body">{t('oversight.ended.text')}</p>
      </Notice>
    );
  return (
    <>
      <Panel title={t('oversight.granted')}>
        <ul className="rows">
          {grants.map((grant) => (
            <li key={grant.oversightId}>
              <Granted grant={grant} />
            </li>
          ))}
        </ul>
      </Panel>
      {opens('courses') && <TownCourses town={town} />}
      {opens('shortages') && <Shortages tenant={town} />}
      {report(town)}
    </>
  );
}

/**
 * What was read of the town under other grants is dropped, and all of it when one leaves. Each service hears of a grant
 * for itself, some later than the list of grants: what is read at first may still be the old answer, or a refusal.
 */
function useForgetting(town: string, held: string): void {
  const client = useQueryClient();
  const readUnder = useRef(held);
  useEffect(() => {
    const ofTown = readOf(town);
    if (readUnder.current !== held) void client.resetQueries(ofTown);
    readUnder.current = held;
    const reading = setInterval(() => void client.invalidateQueries(ofTown), readAgainEveryMs);
    const settled = setTimeout(() => clearInterval(reading), settledAfterMs);
    return () => {
      clearInterval(reading);
      clearTimeout(settled);
    };
  }, [client, town, held]);
  useEffect(() => () => client.removeQueries(readOf(town)), [client, town]);
}

/** Everything that was read of a town. */
function readOf(town: string): QueryFilters {
  return { predicate: ({ queryKey }) => queryKey.includes(town) };
}
