import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { WhatIsAsked } from './own-rows.js';
import type { PersonalText } from './personal-text.js';
import type { Page, RequestRow } from './rows.js';

/** What is stored of a household, as it sees it itself. */
export interface OwnHousehold {
  readonly id: string;
  readonly givenName: PersonalText;
  readonly familyName: PersonalText;
  readonly email?: PersonalText;
  readonly phone?: PersonalText;
  readonly preferredLanguage?: string;
  readonly householdSize: number;
  readonly languages: readonly string[];
  readonly postalCode?: string;
  readonly town?: string;
  readonly revision: number;
}

export interface OwnRequest extends WhatIsAsked {
  readonly id: string;
  readonly status: RequestRow['status'];
  readonly receivedOn: string;
}

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
