import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type RequestMap = components['schemas']['RequestMap'];

export const mapQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['map', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<RequestMap>(
        api.GET('/matching/{tenant}/requests/{id}/map', { params: { path: { tenant, id } }, signal }),
      ),
  });
