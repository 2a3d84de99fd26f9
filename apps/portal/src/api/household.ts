import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Answer, Page, Row } from './answers.js';

/** What is stored of a household, as it sees it itself. */
export type OwnHousehold = Answer<'/registration/{tenant}/me/household'>;

export type OwnRequest = Row<'/matching/{tenant}/me/requests'>;

export const ownHouseholdQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-household', tenant],
    queryFn: ({ signal }) =>
      answerOf<OwnHousehold>(api.GET('/registration/{tenant}/me/household', { params: { path: { tenant } }, signal })),
  });

export const ownRequestsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-requests', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<OwnRequest>>(api.GET('/matching/{tenant}/me/requests', { params: { path: { tenant } }, signal })),
  });
