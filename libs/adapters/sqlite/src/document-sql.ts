import { TenantScope, type Change, type Position, type ViewDocument } from '@lotsennetz/kernel';
import type { Sql } from './filter-sql.js';

/** The first columns of every query for documents. */
export type DocumentRow = readonly [id: string, position: string, document: string, ...unknown[]];

/** What a row of a query is to the port. */
export function documentOf<Row>([id, position, document]: DocumentRow): ViewDocument<Row> {
  return { id, row: JSON.parse(document) as Row, position: position as Position };
}

/** A name as SQL takes it, whatever is in it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The prefix keeps collections apart from the tables of this adapter and of SQLite. */
export function tableOf(collection: string): string {
  return identifier(`view ${collection}`);
}

/** Puts or deletes a row; with a position only over what stands at an earlier one. */
export function writeSql(change: Change): Sql {
  const table = tableOf(change.collection);
  const { tenant } = TenantScope.require(change.scope);
  return change.row === null ? deletion(table, tenant, change) : upsert(table, tenant, change);
}

function upsert(table: string, tenant: string, { id, row, position }: Change): Sql {
  const guard = position === undefined ? '' : ' WHERE excluded.position > position';
  return {
    text: `INSERT INTO ${table} VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET position = excluded.position, document = excluded.document${guard}`,
    values: [tenant, id, position ?? '', JSON.stringify(row)],
  };
}

function deletion(table: string, tenant: string, { id, position }: Change): Sql {
  const text = `DELETE FROM ${table} WHERE tenant = ? AND id = ?`;
  return position === undefined
    ? { text, values: [tenant, id] }
    : { text: `${text} AND position < ?`, values: [tenant, id, position] };
}

/** Later positions are greater texts. */
export function advanceSql(name: string, to: Position): Sql {
  return {
    text: `INSERT INTO checkpoints VALUES (?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value WHERE excluded.value > value`,
    values: [name, to],
  };
}

/** Sets a checkpoint, forwards or back. */
export function checkpointSql([name, value]: readonly [string, string]): Sql {
  return {
    text: 'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    values: [name, value],
  };
}
