import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { pagesQuery } from './pages.js';
import { Problem } from './problem.js';
import type { Page, Row } from './answers.js';

export type ErasureRow = Row<'/registration/{tenant}/erasures'>;
export type LegalHold = ErasureRow['holds'][number];
export type RestrictionRow = Row<'/registration/{tenant}/restrictions'>;
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

/** Art. 17 para. 1 DSGVO. */
export const erasureGrounds = [
  'purpose-ended',
  'consent-withdrawn',
  'objection',
  'unlawful',
  'legal-duty',
  'child-consent',
] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Art. 18 para. 1 DSGVO. */
export const restrictionGrounds = ['accuracy-contested', 'unlawful', 'claims', 'objection'] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

export type SubjectKind = NonNullable<ErasureRow['kind']>;

export const erasuresQuery = (tenant: string) =>
  pagesQuery(['erasures', tenant], ({ query, signal }) =>
    answerOf<Page<ErasureRow>>(
      api.GET('/registration/{tenant}/erasures', { params: { path: { tenant }, query }, signal }),
    ),
  );

/** How far the erasure of somebody is; null when there was never one, nor a hold. */
export const erasureQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['erasures', tenant, id],
    queryFn: ({ signal }) =>
      orNull(
        answerOf<ErasureRow>(
          api.GET('/registration/{tenant}/erasures/{id}', { params: { path: { tenant, id } }, signal }),
        ),
      ),
  });

export const restrictionsQuery = (tenant: string) =>
  pagesQuery(['restrictions', tenant], ({ query, signal }) =>
    answerOf<Page<RestrictionRow>>(
      api.GET('/registration/{tenant}/restrictions', { params: { path: { tenant }, query }, signal }),
    ),
  );

/** The restriction that holds for somebody; null when none does. */
export const restrictionQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['restrictions', tenant, id],
    queryFn: ({ signal }) =>
      orNull(
        answerOf<RestrictionRow>(
          api.GET('/registration/{tenant}/restrictions/{id}', { params: { path: { tenant, id } }, signal }),
        ),
      ),
  });

/** Of everybody, or of one person. */
export const exportsQuery = (tenant: string, subjectId?: string) =>
  pagesQuery(['exports', tenant, subjectId], ({ query, signal }) =>
    answerOf<Page<ExportRow>>(
      api.GET('/registration/{tenant}/exports', {
        params: { path: { tenant }, query: { ...query, ...(subjectId === undefined ? {} : { subjectId }) } },
        signal,
      }),
    ),
  );

async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}
