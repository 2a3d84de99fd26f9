import type { Page, Row } from './answers.js';
import type { VolunteerRow } from './rows.js';
import { answerOf, api } from './client.js';
import { pagesQuery } from './pages.js';

/** Volunteers who may be one person. */
export type DuplicateGroup = Row<'/registration/{tenant}/possible-duplicates'>;
export type ComparedPerson = DuplicateGroup['people'][number];

export const duplicatesQuery = (tenant: string) =>
  pagesQuery(['duplicates', tenant], ({ query, signal }) =>
    answerOf<Page<DuplicateGroup>>(
      api.GET('/registration/{tenant}/possible-duplicates', { params: { path: { tenant }, query }, signal }),
    ),
  );

/** Those who are merged into another one. */
export const mergedQuery = (tenant: string) =>
  pagesQuery(['volunteers', tenant, 'merged'], ({ query, signal }) =>
    answerOf<Page<VolunteerRow>>(
      api.GET('/registration/{tenant}/volunteers', {
        params: { path: { tenant }, query: { ...query, merged: 'only' } },
        signal,
      }),
    ),
  );
