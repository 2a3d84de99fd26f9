import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { PersonalText } from './personal-text.js';
import type { Page } from './rows.js';

export const contactWays = ['phone', 'email'] as const;
export type ContactWay = (typeof contactWays)[number];

/** The other person of a running placement: the first name, and what they share. */
export interface Acquaintance {
  /** The request's. */
  readonly id: string;
  readonly other: 'volunteer' | 'newcomer';
  readonly givenName: PersonalText;
  readonly email?: PersonalText;
  readonly phone?: PersonalText;
  /** What one shares oneself. */
  readonly shared: readonly ContactWay[];
}

export const acquaintancesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['acquaintances', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<Acquaintance>>(
        api.GET('/registration/{tenant}/me/acquaintances', { params: { path: { tenant } }, signal }),
      ),
  });
