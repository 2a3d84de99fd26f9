import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Look } from '../../api/own-rows.js';
import type { Page } from '../../api/rows.js';

/** Each service answers for itself. */
export const logs = [
  '/registration/{tenant}/me/access-log',
  '/training/{tenant}/me/access-log',
  '/matching/{tenant}/me/access-log',
  '/notifications/{tenant}/me/access-log',
  '/reporting/{tenant}/me/access-log',
] as const;

const pageSize = 200;

/** So many pages of one service's log. */
export const logQuery = (tenant: string, { path, pages }: { path: (typeof logs)[number]; pages: number }) =>
  queryOptions({
    queryKey: ['own-access-log', tenant, path, pages],
    queryFn: async ({ signal }): Promise<Page<Look>> => {
      const items: Look[] = [];
      let cursor: string | null = '';
      for (let read = 0; read < pages && cursor !== null; read += 1) {
        const query: { limit: number; cursor?: string } = { limit: pageSize, ...(cursor ? { cursor } : {}) };
        const page: Page<Look> = await answerOf<Page<Look>>(
          api.GET(path, { params: { path: { tenant }, query }, signal }),
        );
        items.push(...page.items);
        cursor = page.next;
      }
      return { items, next: cursor };
    },
    // What is read already stays while more is read.
    placeholderData: (before) => before,
  });
