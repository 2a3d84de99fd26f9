import { office, type ListAnswer, type RequestContext } from '@lotsennetz/platform';

/** Whether the caller runs the daily work. Others read lists without what was written about a household. */
export function isOffice({ roles, relation }: Pick<RequestContext, 'roles' | 'relation'>): boolean {
  return relation === 'member' && office.some((each) => roles.includes(each));
}

/** The page with each row changed. */
export function mapItems<From, To>(page: ListAnswer<From>, change: (row: From) => To): ListAnswer<To> {
  return { ...page, items: page.items.map(change) };
}
