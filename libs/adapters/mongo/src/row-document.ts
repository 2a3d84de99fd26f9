import { TenantScope, type Change, type Position, type ViewDocument } from '@lotsennetz/kernel';

/** A row as MongoDB keeps it. */
export interface RowDocument {
  /** `<tenant>/<id>`: one key for both, and within a tenant it sorts as the id does. */
  readonly _id: string;
  readonly tenant: string;
  /** Revision guard; empty for rows that were written without one. */
  readonly position: string;
  readonly row: object;
}

/** A change, checked and ready to be sent. */
export interface RowWrite {
  readonly collection: string;
  readonly key: string;
  /** Absent: written regardless. */
  readonly position: Position | undefined;
  /** Absent: the row is deleted. */
  readonly document: RowDocument | undefined;
}

/** MongoDB takes documents up to 16 MiB; a character of JSON becomes at most four bytes, a number may grow. */
const longestJson = 3_000_000;

/** MongoDB's name of a collection: a name of ours may neither be one of its own nor of this adapter's. */
export function storedName(collection: string): string {
  return `view.${collection}`;
}

export function keyOf(scope: TenantScope, id: string): string {
  return `${TenantScope.require(scope).tenant}/${id}`;
}

/** @throws TypeError or RangeError for a row that is no JSON or too large: before anything is sent. */
export function writeOf({ collection, scope, id, row, position }: Change): RowWrite {
  const key = keyOf(scope, id);
  const { tenant } = scope;
  if (row === null) return { collection, key, position, document: undefined };
  const json = JSON.stringify(row);
  if (json.length > longestJson) throw new RangeError(`the row ${id} of ${collection} is too large for MongoDB`);
  return {
    collection,
    key,
    position,
    document: { _id: key, tenant, position: position ?? '', row: renamed(JSON.parse(json), storedField) as object },
  };
}

export function viewDocumentOf<Row>({ _id, position, row }: RowDocument): ViewDocument<Row> {
  return {
    id: _id.slice(_id.indexOf('/') + 1),
    row: renamed(row, originalField) as Row,
    position: position as Position,
  };
}

/** `$`, `.` and the zero character mean something to MongoDB in field names, so they are written as `%24` and the like. */
function storedField(name: string): string {
  return /[%$.\0]/.test(name)
    ? name.replace(/[%$.\0]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`)
    : name;
}

function originalField(name: string): string {
  return name.includes('%')
    ? name.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : name;
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [rename(name), renamed(each, rename)]));
}
