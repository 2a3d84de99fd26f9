import { infiniteQueryOptions, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import type { Page } from './rows.js';

/** As many rows as the platform gives at once. */
export const longestPage = 200;

/** Rows read at a time of a list that goes on: more than a screen shows, and few enough to be there at once. */
export const pageSize = 100;

/** A list as far as it was read. */
export type PagesRead<Row> = UseInfiniteQueryResult<InfiniteData<Page<Row>>>;

/** What a page is asked with. */
export interface PageAsked {
  readonly query: { readonly limit: number; readonly cursor?: string };
  readonly signal: AbortSignal;
}

/** A list that is read page by page, each behind the last row of the page before. */
export function pagesQuery<Row, const Key extends readonly unknown[]>(
  queryKey: Key,
  read: (asked: PageAsked) => Promise<Page<Row>>,
) {
  return infiniteQueryOptions({
    // Apart from the first page alone, which other screens read under the same name.
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      read({ query: { limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }: Page<Row>) => next,
  });
}

/** A list to its end: one to choose from, or of one person, which is rarely longer than a page. */
export async function readAll<Row>(read: (query: PageAsked['query']) => Promise<Page<Row>>): Promise<Page<Row>> {
  const items: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await read({ limit: longestPage, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return { items, next: null };
}
