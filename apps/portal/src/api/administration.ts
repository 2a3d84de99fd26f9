import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
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
  queryOptions({
    queryKey: ['staff', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<StaffRow>>(api.GET('/registration/{tenant}/staff', { params: { path: { tenant } }, signal })),
  });

export const agreementsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['agreements', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<AgreementRow>>(
        api.GET('/registration/{tenant}/agreements', { params: { path: { tenant } }, signal }),
      ),
  });
