import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { RequestRow } from '../../api/rows.js';

export const requestQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['request', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<RequestRow>(api.GET('/matching/{tenant}/requests/{id}', { params: { path: { tenant, id } }, signal })),
  });
