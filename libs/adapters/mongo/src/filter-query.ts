import type { Condition, Filter } from '@lotsennetz/kernel';
import type { RowDocument } from './row-document.js';

/** A condition in MongoDB's language, made here only: operators are written in this folder, values only ever compared with. */
export type MongoCondition = Readonly<Record<string, unknown>>;

type Comparable = string | number | boolean;

const comparisons = { gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte' } as const;

/** MongoDB looks into lists by itself: a list with the value, or a list of records with the field, would count as the value. */
const noList = { $not: { $type: 'array' } };

/** All of them must hold. */
export function allOf(conditions: readonly MongoCondition[]): MongoCondition {
  return conditions.length === 0 ? {} : { $and: conditions };
}

/** The filter as conditions on the stored documents. */
export function filterConditions(filter: Filter = {}): readonly MongoCondition[] {
  return Object.entries(filter).flatMap(([path, condition]) => conditionsOn(path, condition));
}

/** Where a field of a row lies in its document. @throws RangeError for a path that is not dotted names: paths come from code, never from users. */
export function storedPath(path: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(path)) throw new RangeError(`not a field path: ${path}`);
  return `${'row' satisfies keyof RowDocument}.${path}`;
}

function conditionsOn(path: string, condition: Condition): readonly MongoCondition[] {
  if (typeof condition !== 'object') return single(path, { $eq: checked(condition) });
  if ('in' in condition) return single(path, { $in: condition.in.map(checked) });
  if ('has' in condition)
    return [...recordsOnTheWay(path), { [storedPath(path)]: { $elemMatch: { $eq: checked(condition.has) } } }];
  if ('not' in condition) return [{ $nor: [allOf(single(path, { $eq: checked(condition.not) }))] }];
  const bounds = Object.entries<Comparable | undefined>(condition).flatMap(([name, bound]) =>
    bound === undefined ? [] : [[comparisonOf(name), checked(bound)] as const],
  );
  return bounds.length === 0 ? [] : single(path, Object.fromEntries(bounds));
}

/** @throws TypeError for a test that the port does not have. */
function comparisonOf(name: string): string {
  if (Object.hasOwn(comparisons, name)) return comparisons[name as keyof typeof comparisons];
  throw new TypeError(`no test is called ${name}`);
}

/** A test of the field itself, be it a list or not. */
function single(path: string, test: MongoCondition): readonly MongoCondition[] {
  return [...recordsOnTheWay(path), { [storedPath(path)]: { ...test, ...noList } }];
}

/** `a.b` means the field b of the record a, not of the records in a list a. */
function recordsOnTheWay(path: string): readonly MongoCondition[] {
  const names = path.split('.');
  return names.slice(1).map((_, index) => ({ [storedPath(names.slice(0, index + 1).join('.'))]: noList }));
}

/** @throws TypeError for anything but a plain value: a record with an operator in it must not become part of a query. */
function checked(value: Comparable): Comparable {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError('a condition compares with texts, numbers and truth values only');
}
