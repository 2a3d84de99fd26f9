import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { longestPage } from '../../api/pages.js';
import type { Page as PageOf, VolunteerRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { VolunteerFilters, filterFrom, type VolunteerFilter } from './volunteer-filters.js';
import { VolunteerList } from './volunteer-list.js';

/** Everybody who helps, would like to help or has helped. */
export function VolunteersPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/freiwillige' });
  const [filter, setFilter] = useState(filterFrom(useSearch({ strict: false })));
  const navigate = useNavigate();
  const list = useVolunteers(tenant, useDeferredValue(filter));
  const change = (next: VolunteerFilter) => {
    setFilter(next);
    void navigate({ to: '/t/$tenant/buero/freiwillige', params: { tenant }, search: { ...next }, replace: true });
  };
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Page wide title={t('nav.volunteers')} lead={t('volunteers.lead')}>
      <VolunteerFilters filter={filter} onChange={change} />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Loading />}
      {rows?.length === 0 && (
        <Empty title={t('volunteers.empty')} text={t('volunteers.empty.text')}>
          <Button onClick={() => change({})}>{t('volunteers.empty.clear')}</Button>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <>
          <p className="kern-body kern-body--muted" role="status">
            {list.hasNextPage
              ? t('common.more-than', { count: rows.length })
              : t('volunteers.count', { count: rows.length })}
          </p>
          <VolunteerList
            tenant={tenant}
            rows={rows}
            more={list.hasNextPage && !list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

function useVolunteers(tenant: string, filter: VolunteerFilter) {
  return useInfiniteQuery({
    queryKey: ['volunteers', tenant, filter],
    queryFn: ({ signal, pageParam }) =>
      answerOf<PageOf<VolunteerRow>>(
        api.GET('/registration/{tenant}/volunteers', {
          params: {
            path: { tenant },
            query: { ...filter, limit: longestPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
