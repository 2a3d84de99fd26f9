import type { RequestContext } from '@lotsennetz/platform';

interface Restrictable {
  readonly restricted?: true;
  readonly email?: unknown;
  readonly phone?: unknown;
  readonly note?: unknown;
}

/** The row as this caller may see it: of a restricted person only administrators see addresses and notes. */
export function shownTo<Row extends Restrictable>({ roles }: Pick<RequestContext, 'roles'>, row: Row): Row {
  if (!row.restricted || roles.includes('administrator')) return row;
  const { email: _, phone: __, note: ___, ...shown } = row;
  // All three are optional wherever they are.
  return shown as Row;
}

/** The same of many; those nothing is hidden of stay the same objects. */
export function allShownTo<Row extends Restrictable>(
  context: Pick<RequestContext, 'roles'>,
  rows: ReadonlyMap<string, Row>,
): ReadonlyMap<string, Row> {
  if (context.roles.includes('administrator')) return rows;
  return new Map([...rows].map(([id, row]) => [id, shownTo(context, row)]));
}
