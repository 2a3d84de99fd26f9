import type { Position } from './envelope.js';
import type { TenantScope } from './tenant-scope.js';

/** A row of a view with the position of the last event folded into it: its revision guard. */
export interface ViewDocument<Row> {
  readonly id: string;
  readonly row: Row;
  /** Empty for rows that were written without one. */
  readonly position: Position;
}

type Comparable = string | number | boolean;

/** A condition on one field: a value it equals, or one of these tests. */
export type Condition =
  | Comparable
  | { readonly in: readonly Comparable[] }
  /** the field is a list that holds this value */
  | { readonly has: Comparable }
  | { readonly not: Comparable }
  | { readonly gt?: Comparable; readonly gte?: Comparable; readonly lt?: Comparable; readonly lte?: Comparable };

/** All conditions must hold. A field may be a path (`course.town`). A row without the field meets only `not`. */
export type Filter = Readonly<Record<string, Condition>>;

export interface Query {
  readonly filter?: Filter;
  /** Field to order by; ties, and rows without the field (they come first when ascending), by id. Default: by id. */
  readonly orderBy?: string;
  readonly descending?: boolean;
  /** 1 to 1000 rows */
  readonly limit: number;
  /** `next` of the page before, with the same filter and order. */
  readonly cursor?: string | undefined;
}

export interface Page<Row> {
  readonly items: readonly ViewDocument<Row>[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

export interface Change {
  readonly collection: string;
  readonly scope: TenantScope;
  readonly id: string;
  /** The new row; null deletes it. */
  readonly row: object | null;
  /** Position of the last event folded in; a stored row at the same or a later position is kept instead. Absent: written regardless. */
  readonly position?: Position;
}

/**
 * Port: read models as JSON documents, a collection a view. Rebuildable from events, so it may lose its
 * last moments in a power cut, but a checkpoint never runs ahead of the rows it stands for.
 */
export interface ReadModels {
  /** Creates the collection if needed, with an index for each field path. May be repeated. */
  open(collection: string, indexes: readonly string[]): Promise<void>;
  get<Row>(collection: string, scope: TenantScope, id: string): Promise<ViewDocument<Row> | undefined>;
  /** @throws InvalidCursor for a cursor that is not from this query. */
  query<Row>(collection: string, scope: TenantScope, query: Query): Promise<Page<Row>>;
  count(collection: string, scope: TenantScope, filter?: Filter): Promise<number>;
  /**
   * All changes and checkpoints at once, or none of them, but for rows kept out by a stored one at the same or a later
   * position: answers the changes of those. Of a deletion that is kept out it says nothing.
   */
  commit(changes: readonly Change[], checkpoints?: Readonly<Record<string, string>>): Promise<readonly Change[]>;
  checkpoint(name: string): Promise<string | undefined>;
  /**
   * Moves a checkpoint forward; one that stands at the same or a later position stays. For readers of the history of
   * which only one is at work: one that was held up and overtaken sets nothing back.
   */
  advance(name: string, to: Position): Promise<void>;
  /** Every row of a collection whatever its tenant, ordered by tenant and id: for rebuild comparison and start-up only. */
  scan<Row>(collection: string): AsyncIterable<ViewDocument<Row> & { readonly scope: TenantScope }>;
  drop(collection: string): Promise<void>;
  close(): Promise<void>;
}

/** A cursor was sent with another list, filter or order than it was given for. */
export class InvalidCursor extends Error {
  readonly code = 'invalid-cursor';
  constructor() {
    super('the cursor does not belong to this list');
  }
}
