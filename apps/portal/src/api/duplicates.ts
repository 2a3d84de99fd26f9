import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { longestPage } from './queries.js';
import type { PersonalText } from './personal-text.js';
import type { Page, VolunteerRow, VolunteerStatus } from './rows.js';

export interface ComparedPerson {
  readonly id: string;
  readonly givenName: PersonalText;
  readonly familyName: PersonalText;
  readonly birthYear?: number;
  readonly email?: PersonalText;
  readonly phone?: PersonalText;
  readonly postalCode?: string;
  readonly town?: string;
  readonly status: VolunteerStatus;
  readonly interestedSince: string;
}

/** Volunteers who may be one person. */
export interface DuplicateGroup {
  readonly id: string;
  readonly shared: readonly ('email' | 'phone' | 'name')[];
  readonly people: readonly ComparedPerson[];
}

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
