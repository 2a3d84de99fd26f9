import { office, type ListAnswer, type RequestContext } from '@lotsennetz/platform';

/** Whether the caller runs the daily work. Others read lists without what was written about a household. */
export function isOffice({ role }: Pick<RequestContext, 'role'>): boolean {
  return office.some((each) => each === role);
}

/** The page with each row changed. */
export function mapItems<From, To>(page: ListAnswer<From>, change: (row: From) => To): ListAnswer<To> {
  return { ...page, items: page.items.map(change) };
}
