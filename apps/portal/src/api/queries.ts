import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { longestPage } from './pages.js';
import type { Page, PlacementRow, ProposalRow, RequestRow, VolunteerDetails } from './rows.js';

/** What several screens read. A longest page: who has more, looks at the list itself. */

export const volunteerQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['volunteer', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<VolunteerDetails>(
        api.GET('/registration/{tenant}/volunteers/{id}', { params: { path: { tenant, id } }, signal }),
      ),
  });

export const requestsQuery = (tenant: string, status?: RequestRow['status']) =>
  queryOptions({
    queryKey: ['requests', tenant, status],
    queryFn: ({ signal }) =>
      answerOf<Page<RequestRow>>(
        api.GET('/matching/{tenant}/requests', {
          params: { path: { tenant }, query: { limit: longestPage, ...(status ? { status } : {}) } },
          signal,
        }),
      ),
  });

/** The requests that carry one on whose placement has ended, the oldest first. */
export const rematchesQuery = (tenant: string, follows: string) =>
  queryOptions({
    queryKey: ['rematches', tenant, follows],
    queryFn: ({ signal }) =>
      answerOf<Page<RequestRow>>(
        api.GET('/matching/{tenant}/requests', { params: { path: { tenant }, query: { follows } }, signal }),
      ),
  });

export const proposalsQuery = (tenant: string, status: ProposalRow['status']) =>
  queryOptions({
    queryKey: ['proposals', tenant, status],
    queryFn: ({ signal }) =>
      answerOf<Page<ProposalRow>>(
        api.GET('/matching/{tenant}/proposals', {
          params: { path: { tenant }, query: { limit: longestPage, status } },
          signal,
        }),
      ),
  });

export const placementsQuery = (tenant: string, status: PlacementRow['status']) =>
  queryOptions({
    queryKey: ['placements', tenant, status],
    queryFn: ({ signal }) =>
      answerOf<Page<PlacementRow>>(
        api.GET('/matching/{tenant}/placements', {
          params: { path: { tenant }, query: { limit: longestPage, status } },
          signal,
        }),
      ),
  });
