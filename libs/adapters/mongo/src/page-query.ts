import {
  decodeCursor,
  encodeCursor,
  isOrderable,
  TenantScope,
  type CursorPlace,
  type Page,
  type Query,
} from '@lotsennetz/kernel';
import { allOf, filterConditions, storedPath, type MongoCondition } from './filter-query.js';
import { keyOf, viewDocumentOf, type RowDocument } from './row-document.js';

/** What to ask MongoDB for a page: one row more than the limit tells whether there is a next page. */
export interface PageQuery {
  readonly condition: MongoCondition;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
}

/** MongoDB's order of values of different types, as far as rows are ordered by them; a comparison stays within its type. */
const typesInOrder = ['number', 'string', 'bool'];

/** @throws RangeError for a limit out of bounds. @throws InvalidCursor */
export function pageQuery(scope: TenantScope, query: Query): PageQuery {
  const { tenant } = TenantScope.require(scope);
  const { limit, orderBy, descending } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('a page has 1 to 1000 rows');
  const direction = descending ? -1 : 1;
  return {
    condition: allOf([{ tenant }, ...filterConditions(query.filter), ...afterCursor(scope, query)]),
    sort: { ...(orderBy === undefined ? {} : { [storedPath(orderBy)]: direction }), _id: direction },
    limit: limit + 1,
  };
}

export function pageOf<Row>(query: Query, documents: readonly RowDocument[]): Page<Row> {
  const items = documents.slice(0, query.limit).map((document) => viewDocumentOf<Row>(document));
  const last = documents.length > items.length ? items.at(-1) : undefined;
  if (!last) return { items };
  const value = query.orderBy === undefined ? null : valueAt(last.row, query.orderBy);
  return { items, next: encodeCursor(query, { value, id: last.id }) };
}

function afterCursor(scope: TenantScope, query: Query): readonly MongoCondition[] {
  if (query.cursor === undefined) return [];
  const place = decodeCursor(query, query.cursor);
  const beyond = query.descending ? '$lt' : '$gt';
  const laterId = { _id: { [beyond]: keyOf(scope, place.id) } };
  if (query.orderBy === undefined) return [laterId];
  const field = storedPath(query.orderBy);
  const tie = { [field]: { $eq: place.value }, ...laterId };
  const rest = query.descending ? below(field, place) : above(field, place);
  return [{ $or: [tie, ...rest] }];
}

function above(field: string, { value }: CursorPlace): readonly MongoCondition[] {
  if (value === null) return [{ [field]: { $ne: null } }];
  const laterTypes = typesInOrder.slice(typesInOrder.indexOf(typeOf(value)) + 1);
  return [{ [field]: { $gt: value } }, ...laterTypes.map((type) => ({ [field]: { $type: type } }))];
}

/** Rows without the field come last when descending. */
function below(field: string, { value }: CursorPlace): readonly MongoCondition[] {
  if (value === null) return [];
  const earlierTypes = typesInOrder.slice(0, typesInOrder.indexOf(typeOf(value)));
  return [
    { [field]: { $lt: value } },
    ...earlierTypes.map((type) => ({ [field]: { $type: type } })),
    { [field]: { $eq: null } },
  ];
}

function typeOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function valueAt(row: unknown, path: string): CursorPlace['value'] {
  let value = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return isOrderable(value) ? value : null;
}
