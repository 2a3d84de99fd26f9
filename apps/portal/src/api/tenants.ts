import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Page, PublicTenant } from './rows.js';

/** The places one can turn to. */
export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: ({ signal }) => answerOf<Omit<Page<PublicTenant>, 'next'>>(api.GET('/registration/tenants', { signal })),
  staleTime: 5 * 60_000,
});

/** Where the logo is, under an address that changes with it; undefined for a tenant without one. */
export function logoAddress({ id, logo }: PublicTenant): string | undefined {
  return logo && `/registration/${id}/logo/${logo}`;
}
