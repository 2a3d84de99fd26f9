import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { pagesQuery } from './pages.js';
import type { Page, Row } from './answers.js';

export const staffRoles = ['coordinator', 'trainer', 'carrier-manager', 'analyst', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody with an account; see `staffRolesOf`. */
export type StaffRow = Row<'/registration/{tenant}/staff'>;

/** The roles that staff are given. */
export function staffRolesOf({ roles }: StaffRow): readonly StaffRole[] {
  return staffRoles.filter((each) => roles.includes(each));
}

export type AgreementRow = Row<'/registration/{tenant}/agreements'>;

export const staffQuery = (tenant: string) =>
  pagesQuery(['staff', tenant], ({ query, signal }) =>
    answerOf<Page<StaffRow>>(api.GET('/registration/{tenant}/staff', { params: { path: { tenant }, query }, signal })),
  );

export const agreementsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['agreements', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<AgreementRow>>(
        api.GET('/registration/{tenant}/agreements', { params: { path: { tenant } }, signal }),
      ),
  });

export const oversightFields = ['exact-figures', 'courses', 'shortages'] as const;
export type OversightField = (typeof oversightFields)[number];

export type OversightRow = Row<'/registration/{tenant}/oversights'>;
export type TokenRow = Row<'/registration/{tenant}/tokens'>;

export const tokenServices = ['registration', 'training', 'matching', 'notifications', 'reporting'] as const;
/** What a token may be narrowed to. */
export type TokenService = (typeof tokenServices)[number];

export const oversightsQuery = (tenant: string) =>
  pagesQuery(['oversights', tenant], ({ query, signal }) =>
    answerOf<Page<OversightRow>>(
      api.GET('/registration/{tenant}/oversights', { params: { path: { tenant }, query }, signal }),
    ),
  );

export const tokensQuery = (tenant: string) =>
  pagesQuery(['tokens', tenant], ({ query, signal }) =>
    answerOf<Page<TokenRow>>(api.GET('/registration/{tenant}/tokens', { params: { path: { tenant }, query }, signal })),
  );
