import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { longestPage } from './queries.js';
import type { Page, Row } from './answers.js';

export type ErasureRow = Row<'/registration/{tenant}/erasures'>;
export type LegalHold = ErasureRow['holds'][number];
export type ExportRow = Row<'/registration/{tenant}/exports'>;

export const holdReasons = [
  'running-placement',
  'open-accident-claim',
  'funding-audit',
  'legal-claim',
  'statutory-retention',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export const objectionReasons = ['still-needed', 'person-asked', 'comes-back', 'wrong-date'] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

export const erasuresQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['erasures', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<ErasureRow>>(
        api.GET('/registration/{tenant}/erasures', {
          params: { path: { tenant }, query: { limit: longestPage } },
          signal,
        }),
      ),
  });

export const exportsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['exports', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<ExportRow>>(api.GET('/registration/{tenant}/exports', { params: { path: { tenant } }, signal })),
  });
