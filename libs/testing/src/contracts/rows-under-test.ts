import { TenantScope, type Change, type Page, type Position, type Query, type ReadModels } from '@lotsennetz/kernel';
import { unique } from './harness.js';

export const siegen = TenantScope.of('siegen');
export const kreuztal = TenantScope.of('kreuztal');

/** Position `number` of some store. */
export const at = (number: number) => String(number).padStart(16, '0') as Position;

/** A collection no other test uses, opened. */
export async function someCollection(readModels: ReadModels, indexes: readonly string[] = []): Promise<string> {
  const collection = `${unique('volunteer-list')}.v1.0`;
  await readModels.open(collection, indexes);
  return collection;
}

/** Rows by id, as changes of one tenant without positions. */
export function rows(
  collection: string,
  byId: Readonly<Record<string, object | null>>,
  scope = siegen,
): readonly Change[] {
  return Object.entries(byId).map(([id, row]) => ({ collection, scope, id, row }));
}

export async function idsFound(readModels: ReadModels, collection: string, query: Partial<Query>): Promise<string[]> {
  const page = await readModels.query(collection, siegen, { limit: 1000, ...query });
  return page.items.map(({ id }) => id);
}

/** Every page from the first on; `between` runs after each. */
export async function allPages(
  readModels: ReadModels,
  collection: string,
  query: Query,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  const ids: string[] = [];
  let page: Page<object>;
  let cursor: string | undefined;
  do {
    page = await readModels.query<object>(collection, siegen, { ...query, cursor });
    expect(page.items.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    await between();
  } while (cursor);
  return ids;
}

export async function scanned(
  readModels: ReadModels,
  collection: string,
): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for await (const { scope, id } of readModels.scan(collection)) found.push([scope.tenant, id]);
  return found;
}
