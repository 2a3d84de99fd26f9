import type { Condition, Filter } from '@lotsennetz/kernel';

/** A piece of SQL and the values for its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

type Comparable = string | number | boolean;

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** The filter as an SQL condition on the column `document`; values are only ever bound. */
export function filterSql(filter: Filter = {}): Sql {
  const conditions = Object.entries(filter).map(([path, condition]) => conditionSql(path, condition));
  return allOf(conditions);
}

export function allOf(conditions: readonly Sql[]): Sql {
  return {
    text: conditions.map(({ text }) => `(${text})`).join(' AND ') || 'TRUE',
    values: conditions.flatMap(({ values }) => values),
  };
}

/** The field as SQL value; written into the statement because only the very same text uses its index. */
export function fieldSql(path: string): string {
  return `json_extract(document, ${pathSql(path)})`;
}

/** @throws RangeError for a path that is not dotted names: paths come from code, never from users. */
function pathSql(path: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(path)) throw new RangeError(`not a field path: ${path}`);
  return `'$.${path
    .split('.')
    .map((name) => `"${name}"`)
    .join('.')}'`;
}

function conditionSql(path: string, condition: Condition): Sql {
  if (typeof condition !== 'object') return equals(path, condition);
  if ('in' in condition) return anyOf(condition.in.map((value) => equals(path, value)));
  if ('has' in condition) return has(path, condition.has);
  if ('not' in condition) {
    const { text, values } = equals(path, condition.not);
    return { text: `(${text}) IS NOT TRUE`, values };
  }
  return allOf(
    Object.entries(comparisons).flatMap(([name, operator]) => {
      const bound = condition[name as keyof typeof comparisons];
      return bound === undefined ? [] : [compared(path, operator, bound)];
    }),
  );
}

function anyOf(alternatives: readonly Sql[]): Sql {
  return {
    text: alternatives.map(({ text }) => `(${text})`).join(' OR ') || 'FALSE',
    values: alternatives.flatMap(({ values }) => values),
  };
}

function equals(path: string, value: Comparable): Sql {
  const text = `${fieldSql(path)} = ?`;
  // SQLite extracts true as 1 and a list as its text; only values that could be mistaken cost the look at the type.
  const ambiguous =
    typeof value === 'string' ? /^[[{]/.test(value) : typeof value === 'boolean' || value === 0 || value === 1;
  return { text: ambiguous ? `${text} AND ${hasTypeOf(path, value)}` : text, values: [bindable(value)] };
}

/** Values of different types do not compare. */
function compared(path: string, operator: string, value: Comparable): Sql {
  return { text: `${fieldSql(path)} ${operator} ? AND ${hasTypeOf(path, value)}`, values: [bindable(value)] };
}

function has(path: string, value: Comparable): Sql {
  const items = `SELECT 1 FROM json_each(document, ${pathSql(path)}) AS item`;
  return {
    text: `json_type(document, ${pathSql(path)}) = 'array' AND EXISTS (${items} WHERE item.value = ? AND item.type IN (${typesOf(value)}))`,
    values: [bindable(value)],
  };
}

function hasTypeOf(path: string, value: Comparable): string {
  return `json_type(document, ${pathSql(path)}) IN (${typesOf(value)})`;
}

function typesOf(value: Comparable): string {
  if (typeof value === 'string') return "'text'";
  return typeof value === 'number' ? "'integer', 'real'" : "'true', 'false'";
}

function bindable(value: Comparable): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}
