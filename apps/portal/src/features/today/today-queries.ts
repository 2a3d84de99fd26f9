import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { longestPage } from '../../api/pages.js';
import { placementsQuery, proposalsQuery, requestsQuery } from '../../api/queries.js';
import type { MessageRow, Page, VolunteerRow } from '../../api/rows.js';
import type { CourseSummary } from '../../api/training-rows.js';
import { today } from '../../ui/code-words.js';

export const interestsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['volunteers', tenant, 'waiting'],
    queryFn: ({ signal }) =>
      answerOf<Page<VolunteerRow>>(
        api.GET('/registration/{tenant}/volunteers', {
          params: { path: { tenant }, query: { status: 'interested', limit: longestPage } },
          signal,
        }),
      ),
  });

export const failedMessagesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['messages', tenant, 'given-up'],
    queryFn: ({ signal }) =>
      answerOf<Page<MessageRow>>(
        api.GET('/notifications/{tenant}/messages', {
          params: { path: { tenant }, query: { status: 'given-up', limit: longestPage } },
          signal,
        }),
      ),
  });

export const freeSeatsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['courses', tenant, 'free'],
    queryFn: async ({ signal }) => {
      const page = await answerOf<Page<CourseSummary>>(
        api.GET('/training/{tenant}/courses', {
          params: { path: { tenant }, query: { status: 'planned', limit: longestPage } },
          signal,
        }),
      );
      return { ...page, items: page.items.filter(hasFreeSeats) };
    },
  });

function hasFreeSeats({ seats, enrolled, lastSessionOn }: CourseSummary): boolean {
  return lastSessionOn >= today() && (seats === null || enrolled < seats);
}

/** Begins to read everything that waits. Whoever shows it tells of an error. */
export function readToday(client: QueryClient, tenant: string): void {
  const reads: readonly Promise<unknown>[] = [
    client.query(requestsQuery(tenant, 'open')),
    client.query(proposalsQuery(tenant, 'accepted')),
    client.query(proposalsQuery(tenant, 'open')),
    client.query(interestsQuery(tenant)),
    client.query(placementsQuery(tenant, 'running')),
    client.query(freeSeatsQuery(tenant)),
    client.query(failedMessagesQuery(tenant)),
  ];
  for (const read of reads) read.catch(() => undefined);
}
