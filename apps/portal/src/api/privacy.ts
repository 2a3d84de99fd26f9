import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { longestPage } from './queries.js';
import type { Page } from './rows.js';

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

export interface LegalHold {
  readonly holdId: string;
  readonly reason: HoldReason;
  readonly until: string;
}

export interface ErasureRow {
  readonly id: string;
  /** Absent for a hold that was placed before anybody asked for erasure. */
  readonly kind?: 'volunteer' | 'newcomer' | 'request' | 'staff';
  readonly status: 'held' | 'requested' | 'withdrawn' | 'proposed' | 'objected' | 'ordered' | 'completed';
  readonly statusSince: string;
  readonly carryOutOn?: string;
  readonly holds: readonly LegalHold[];
  readonly missing: readonly string[];
  readonly revision: number;
}

export interface ExportRow {
  readonly id: string;
  readonly subjectId: string;
  readonly status: 'gathering' | 'complete' | 'expired';
  readonly requestedOn: string;
  readonly expiresOn: string;
}

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
