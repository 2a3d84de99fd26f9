import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from './client.js';
import type { Answer, Page, Row } from './answers.js';
import { whilePresent } from './presence.js';

/** What a town, `tenant`, lets a county read today. */
export type ReceivedOversight = Row<'/registration/{tenant}/oversights/received'>;
export type OversightField = ReceivedOversight['fields'][number];

/** A town may think again at any moment; its figures must not stay on a screen for long then. */
const askEveryMs = 3_000;

const receivedQuery = (county: string) =>
  queryOptions({
    queryKey: ['oversights-received', county],
    queryFn: ({ signal }) =>
      answerOf<Answer<'/registration/{tenant}/oversights/received'>>(
        api.GET('/registration/{tenant}/oversights/received', { params: { path: { tenant: county } }, signal }),
      ),
  });

/** What towns let this county read, asked again every few seconds while somebody looks. */
export function useReceivedOversights(county: string): UseQueryResult<Page<ReceivedOversight>> {
  const client = useQueryClient();
  useEffect(
    () =>
      whilePresent(() => {
        const { queryKey } = receivedQuery(county);
        const asking = setInterval(() => void client.invalidateQueries({ queryKey }), askEveryMs);
        return () => clearInterval(asking);
      }),
    [client, county],
  );
  return useQuery(receivedQuery(county));
}
