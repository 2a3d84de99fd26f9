import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { PersonalText } from './personal-text.js';
import type { Page } from './rows.js';

export const staffRoles = ['coordinator', 'trainer', 'carrier-manager', 'analyst', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffRow {
  readonly id: string;
  readonly givenName: PersonalText;
  readonly familyName: PersonalText;
  readonly email?: PersonalText;
  /** Of anybody with an account; see `staffRolesOf`. */
  readonly roles: readonly string[];
  readonly status: 'invited' | 'active' | 'ended';
  readonly statusSince: string;
  readonly validUntil?: string;
  readonly revision: number;
}

/** The roles that staff are given. */
export function staffRolesOf({ roles }: StaffRow): readonly StaffRole[] {
  return staffRoles.filter((each) => roles.includes(each));
}

export interface AgreementRow {
  readonly partner: string;
  readonly partnerName: string;
  readonly signedHere: readonly string[];
  readonly signedThere: readonly string[];
  readonly shared: readonly string[];
}

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
