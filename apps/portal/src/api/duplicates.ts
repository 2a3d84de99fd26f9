import { queryOptions } from '@tanstack/react-query';
import type { Page, Row } from './answers.js';
import type { VolunteerRow } from './rows.js';
import { answerOf, api } from './client.js';
import { longestPage } from './queries.js';

/** Volunteers who may be one person. */
export type DuplicateGroup = Row<'/registration/{tenant}/possible-duplicates'>;
export type ComparedPerson = DuplicateGroup['people'][number];

export const duplicatesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['duplicates', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<DuplicateGroup>>(
        api.GET('/registration/{tenant}/possible-duplicates', { params: { path: { tenant } }, signal }),
      ),
  });

/** Those who are merged into another one. */
export const mergedQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['volunteers', tenant, 'merged'],
    queryFn: ({ signal }) =>
      answerOf<Page<VolunteerRow>>(
        api.GET('/registration/{tenant}/volunteers', {
          params: { path: { tenant }, query: { merged: 'only', limit: longestPage } },
          signal,
        }),
      ),
  });
