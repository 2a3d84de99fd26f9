import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { pagesQuery } from './pages.js';
import type { Page } from './rows.js';
import type { OfficeRow, TenantSettings } from './settings-rows.js';

export const settingsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['settings', tenant],
    queryFn: ({ signal }) =>
      answerOf<TenantSettings>(api.GET('/registration/{tenant}/settings', { params: { path: { tenant } }, signal })),
  });

export const officesQuery = (tenant: string) =>
  pagesQuery(['offices', tenant], ({ query, signal }) =>
    answerOf<Page<OfficeRow>>(
      api.GET('/registration/{tenant}/offices', { params: { path: { tenant }, query }, signal }),
    ),
  );
