import { decodeCursor, InvalidCursor, type Query } from '@lotsennetz/kernel';
import { allOf, fieldSql, filterSql, type Sql } from './filter-sql.js';

/** Rows of one tenant after the cursor, in order, one more than the limit: the one that tells whether there is a next page. */
export function querySql(table: string, tenant: string, query: Query): Sql {
  const order = query.orderBy === undefined ? undefined : fieldSql(query.orderBy);
  const direction = query.descending ? 'DESC' : 'ASC';
  const where = allOf([{ text: 'tenant = ?', values: [tenant] }, filterSql(query.filter), afterCursor(query, order)]);
  const orders = [...(order ? [order] : []), 'id'].map((each) => `${each} ${direction}`).join(', ');
  return {
    text: `SELECT id, position, document, ${order ?? 'NULL'} FROM ${table} WHERE ${where.text} ORDER BY ${orders} LIMIT ?`,
    values: [...where.values, query.limit + 1],
  };
}

/** Rows without the field extract as NULL, which SQLite orders first but compares with nothing. */
function afterCursor(query: Query, order: string | undefined): Sql {
  if (query.cursor === undefined) return { text: 'TRUE', values: [] };
  const { value, id } = decodeCursor(query, query.cursor);
  // SQLite extracts truth values as numbers, so no cursor of ours holds one.
  if (typeof value === 'boolean') throw new InvalidCursor();
  const beyond = query.descending ? '<' : '>';
  if (!order) return { text: `id ${beyond} ?`, values: [id] };
  if (value === null) {
    const rest = query.descending ? '' : ` OR ${order} IS NOT NULL`;
    return { text: `(${order} IS NULL AND id ${beyond} ?)${rest}`, values: [id] };
  }
  // The first comparison alone is what the index can seek to.
  const further = `${order} ${beyond}= ? AND (${order} ${beyond} ? OR id ${beyond} ?)`;
  const text = query.descending ? `(${further}) OR ${order} IS NULL` : further;
  return { text, values: [value, value, id] };
}
